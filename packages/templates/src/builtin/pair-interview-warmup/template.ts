import type { Template } from '../../format.ts';

export const pairInterviewWarmup: Template = {
  id: 'pair-interview-warmup',
  category: 'warm-up',
  name: { fi: 'Parihaastattelu', sv: 'Parintervju', en: 'Pair interview' },
  description: {
    fi: 'Toisilleen vieraat osallistujat haastattelevat toisiaan kolmella kysymyksellä ja esittelevät toisensa.',
    sv: 'Två som inte känner varandra intervjuar varandra med tre frågor och presenterar varandra.',
    en: 'Two strangers interview each other with three questions and introduce one another.',
  },
  durationMinutes: 15,
  groupSize: { min: 4, max: 40, ideal: 12 },
  modes: ['physical', 'virtual', 'mixed'],
  frames: [
    {
      id: 'q1',
      look: 'card',
      title: { fi: 'Mistä innostut työssäsi?', sv: 'Vad inspirerar dig i arbetet?', en: 'What inspires you at work?' },
      prompt: { fi: 'Kirjaa parisi vastaus.', sv: 'Anteckna din partners svar.', en: "Note your partner's answer." },
      position: { x: 0, y: 0, w: 1, h: 0.3333 },
      repeat: 'group',
    },
    {
      id: 'q2',
      look: 'card',
      title: { fi: 'Missä voit auttaa muita?', sv: 'Vad kan du hjälpa andra med?', en: 'How can you help others?' },
      prompt: { fi: 'Kirjaa parisi vastaus.', sv: 'Anteckna din partners svar.', en: "Note your partner's answer." },
      position: { x: 0, y: 0.3333, w: 1, h: 0.3333 },
      repeat: 'group',
    },
    {
      id: 'q3',
      look: 'card',
      title: {
        fi: 'Mikä tekisi tästä päivästä hyvän?',
        sv: 'Vad skulle göra dagen bra?',
        en: 'What would make today good?',
      },
      prompt: { fi: 'Kirjaa parisi vastaus.', sv: 'Anteckna din partners svar.', en: "Note your partner's answer." },
      position: { x: 0, y: 0.6667, w: 1, h: 0.3333 },
      repeat: 'group',
    },
  ],
  agenda: [
    {
      id: 's1',
      type: 'instruction',
      phase: 'arrival',
      title: { fi: 'Ohjeistus', sv: 'Instruktion', en: 'Instructions' },
      minutes: 1,
      frames: [],
      settings: {},
    },
    {
      id: 's2',
      type: 'breakout',
      phase: 'divergence',
      title: { fi: 'Pienryhmätyö', sv: 'Smågruppsarbete', en: 'Breakout groups' },
      minutes: 8,
      frames: ['q1', 'q2', 'q3'],
      settings: { groupSize: 2, pairing: 'strangers' },
    },
    {
      id: 's3',
      type: 'plenary-share',
      phase: 'convergence',
      title: { fi: 'Ryhmien purku', sv: 'Gruppernas redovisning', en: 'Plenary share' },
      minutes: 6,
      frames: [],
      settings: { secondsPerGroup: 30 },
    },
  ],
};
