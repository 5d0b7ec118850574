import type { Template } from '../../format.ts';

export const blank: Template = {
  id: 'blank',
  category: 'general',
  name: { fi: 'Tyhjä taulu', sv: 'Tom tavla', en: 'Blank board' },
  description: {
    fi: 'Tyhjä taulu ilman valmiita alueita.',
    sv: 'En tom tavla utan färdiga områden.',
    en: 'An empty board without ready-made areas.',
  },
  durationMinutes: 0,
  groupSize: { min: 1, max: 200, ideal: 10 },
  modes: ['physical', 'virtual', 'mixed'],
  frames: [],
  agenda: [],
};
