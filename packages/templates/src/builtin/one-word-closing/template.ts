import type { Template } from '../../format.ts';

export const oneWordClosing: Template = {
  id: 'one-word-closing',
  category: 'closing',
  name: { fi: 'Sana ja lupaus', sv: 'Ett ord och ett löfte', en: 'A word and a promise' },
  description: {
    fi: 'Lyhyt lopetus: yksi sana tunnelmasta ja yksi lupaus teosta.',
    sv: 'En kort avslutning: ett ord om stämningen och ett löfte om handling.',
    en: 'A short ending: one word for the mood and one promise of action.',
  },
  durationMinutes: 8,
  groupSize: { min: 2, max: 40, ideal: 12 },
  modes: ['physical', 'virtual', 'mixed'],
  frames: [
    {
      id: 'word',
      look: 'column',
      title: { fi: 'Sanani', sv: 'Mitt ord', en: 'My word' },
      prompt: { fi: 'Millä sanalla lähdet?', sv: 'Med vilket ord går du?', en: 'With which word do you leave?' },
      position: { x: 0, y: 0, w: 0.5, h: 1 },
    },
    {
      id: 'promise',
      look: 'column',
      title: { fi: 'Lupaukseni', sv: 'Mitt löfte', en: 'My promise' },
      prompt: {
        fi: 'Mitä teet ennen seuraavaa kertaa?',
        sv: 'Vad gör du före nästa gång?',
        en: 'What will you do before next time?',
      },
      position: { x: 0.5, y: 0, w: 0.5, h: 1 },
      role: 'action',
    },
  ],
  agenda: [
    {
      id: 's1',
      type: 'private-writing',
      phase: 'divergence',
      title: { fi: 'Hiljainen kirjoittaminen', sv: 'Tyst skrivande', en: 'Silent writing' },
      minutes: 2,
      frames: ['word', 'promise'],
      settings: { maxNotesPerPerson: 2, revealMode: 'later-step' },
    },
    {
      id: 's2',
      type: 'reveal',
      phase: 'emergence',
      title: { fi: 'Lappujen paljastus ja lukeminen', sv: 'Lapparna visas och läses', en: 'Reveal and read the notes' },
      minutes: 1,
      frames: ['word'],
      settings: { revealMode: 'all' },
    },
    {
      id: 's3',
      type: 'round-robin',
      phase: 'emergence',
      title: { fi: 'Puheenvuorokierros', sv: 'Laget runt', en: 'Round of turns' },
      minutes: 5,
      frames: [],
      settings: { turnSeconds: 20, passAllowed: true },
    },
  ],
};
