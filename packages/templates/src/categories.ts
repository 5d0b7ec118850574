import type { LocalText } from '@talkoot/protocol';
import type { CategoryId } from './format.ts';

/** What templates are for, in the order of the shelf, with the words that people choose by. */
export const CATEGORIES: readonly { id: CategoryId; name: LocalText }[] = [
  { id: 'general', name: { fi: 'Yleiset', sv: 'Allmänna', en: 'General' } },
  { id: 'retrospective', name: { fi: 'Retrospektiivi', sv: 'Retrospektiv', en: 'Retrospective' } },
  { id: 'impact', name: { fi: 'Vaikuttavuus', sv: 'Genomslag', en: 'Impact' } },
  { id: 'service-design', name: { fi: 'Palvelumuotoilu', sv: 'Tjänstedesign', en: 'Service design' } },
  { id: 'prioritisation', name: { fi: 'Priorisointi', sv: 'Prioritering', en: 'Prioritisation' } },
  { id: 'time-and-focus', name: { fi: 'Aika ja fokus', sv: 'Tid och fokus', en: 'Time and focus' } },
  {
    id: 'dialogue',
    name: { fi: 'Dialogi ja vertaistuki', sv: 'Dialog och kollegialt stöd', en: 'Dialogue and peer support' },
  },
  {
    id: 'mentoring',
    name: {
      fi: 'Mentorointi ja työhön perehtyminen',
      sv: 'Mentorskap och arbetsskuggning',
      en: 'Mentoring and job shadowing',
    },
  },
  {
    id: 'coaching',
    name: { fi: 'Valmennus ja kehittyminen', sv: 'Coachning och utveckling', en: 'Coaching and development' },
  },
  { id: 'learning', name: { fi: 'Oppien jakaminen', sv: 'Delning av lärdomar', en: 'Sharing learnings' } },
  { id: 'lab', name: { fi: 'Lab-työskentely', sv: 'Labbarbete', en: 'Lab work' } },
  { id: 'warm-up', name: { fi: 'Lämmittely', sv: 'Uppvärmning', en: 'Warm-up' } },
  { id: 'closing', name: { fi: 'Lopetus', sv: 'Avslutning', en: 'Closing' } },
];
