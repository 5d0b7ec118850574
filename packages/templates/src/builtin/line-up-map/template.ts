import type { Template } from '../../format.ts';

export const lineUpMap: Template = {
  id: 'line-up-map',
  category: 'warm-up',
  name: { fi: 'Suomi-kartta ja jana', sv: 'Finlandskartan och linjen', en: 'Map and line' },
  description: {
    fi: 'Osallistujat asettuvat kartalle ja janalle; paikalla olijat kävelevät, etänä olijat siirtävät nimilappuaan.',
    sv: 'Deltagarna ställer sig på karta och linje; de på plats går, de på distans flyttar sin namnlapp.',
    en: 'Participants place themselves on a map and a line; those present walk, remote ones move their name tag.',
  },
  durationMinutes: 12,
  groupSize: { min: 4, max: 60, ideal: 20 },
  modes: ['physical', 'virtual', 'mixed'],
  frames: [
    {
      id: 'map-w',
      look: 'zone',
      title: { fi: 'Kartta', sv: 'Karta', en: 'Map' },
      prompt: { fi: 'Missä olet juuri nyt?', sv: 'Var är du just nu?', en: 'Where are you right now?' },
      position: { x: 0, y: 0, w: 0.5, h: 1 },
    },
    {
      id: 'line-w',
      look: 'zone',
      title: { fi: 'Jana', sv: 'Linje', en: 'Line' },
      prompt: {
        fi: 'Kuinka tuttu aihe on sinulle? Vasen = uusi, oikea = tuttu',
        sv: 'Hur bekant är ämnet? Vänster = nytt, höger = bekant',
        en: 'How familiar is the topic? Left = new, right = familiar',
      },
      position: { x: 0.5, y: 0.3, w: 0.5, h: 0.4 },
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
      type: 'build',
      phase: 'emergence',
      title: { fi: 'Yhteinen rakentaminen', sv: 'Gemensamt bygge', en: 'Build together' },
      minutes: 3,
      frames: ['map-w'],
      settings: {},
    },
    {
      id: 's3',
      type: 'build',
      phase: 'emergence',
      title: { fi: 'Yhteinen rakentaminen', sv: 'Gemensamt bygge', en: 'Build together' },
      minutes: 3,
      frames: ['line-w'],
      settings: {},
    },
    {
      id: 's4',
      type: 'round-robin',
      phase: 'emergence',
      title: { fi: 'Poimintoja', sv: 'Några plock', en: 'A few picks' },
      minutes: 5,
      frames: [],
      settings: { turnSeconds: 15, passAllowed: true },
    },
  ],
};
