import type { Template } from '../../format.ts';

export const weatherCheckIn: Template = {
  id: 'weather-check-in',
  category: 'warm-up',
  name: { fi: 'Sääkierros', sv: 'Väderrunda', en: 'Weather check-in' },
  description: {
    fi: 'Jokainen kertoo oman säänsä kuvalla ja yhdellä sanalla; jokaisen ääni kuuluu heti alussa.',
    sv: 'Alla berättar sitt väder med en bild och ett ord; allas röst hörs direkt i början.',
    en: 'Everyone shares their weather with a picture and a word; every voice is heard at the start.',
  },
  durationMinutes: 10,
  groupSize: { min: 2, max: 40, ideal: 12 },
  modes: ['physical', 'virtual', 'mixed'],
  frames: [
    {
      id: 'sun-w',
      look: 'zone',
      title: { fi: 'Aurinkoista', sv: 'Soligt', en: 'Sunny' },
      prompt: { fi: 'Energiaa riittää', sv: 'Energin räcker', en: 'Full of energy' },
      position: { x: 0, y: 0, w: 0.25, h: 1 },
    },
    {
      id: 'cloud-w',
      look: 'zone',
      title: { fi: 'Puolipilvistä', sv: 'Halvklart', en: 'Partly cloudy' },
      prompt: { fi: 'Sopivasti', sv: 'Lagom', en: 'So-so' },
      position: { x: 0.25, y: 0, w: 0.25, h: 1 },
    },
    {
      id: 'rain-w',
      look: 'zone',
      title: { fi: 'Sadetta', sv: 'Regn', en: 'Rain' },
      prompt: { fi: 'Vähän raskasta', sv: 'Lite tungt', en: 'A bit heavy' },
      position: { x: 0.5, y: 0, w: 0.25, h: 1 },
    },
    {
      id: 'fog-w',
      look: 'zone',
      title: { fi: 'Sumua', sv: 'Dimma', en: 'Fog' },
      prompt: { fi: 'Mieli muualla', sv: 'Tankarna på annat håll', en: 'Mind elsewhere' },
      position: { x: 0.75, y: 0, w: 0.25, h: 1 },
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
      type: 'open-writing',
      phase: 'divergence',
      title: { fi: 'Kirjoittaminen', sv: 'Skrivande', en: 'Writing' },
      minutes: 2,
      frames: ['sun-w', 'cloud-w', 'rain-w', 'fog-w'],
      settings: { maxNotesPerPerson: 1 },
    },
    {
      id: 's3',
      type: 'round-robin',
      phase: 'emergence',
      title: { fi: 'Yksi sana jokaiselta', sv: 'Ett ord av alla', en: 'One word from each' },
      minutes: 7,
      frames: [],
      settings: { turnSeconds: 20, passAllowed: true },
    },
  ],
};
