import { defineMessages } from '@talkoot/i18n';

export const breakMessages = defineMessages({
  en: {
    'step.break.name': 'Break',
    'step.break.about': 'A break of the same length for all. Every screen shows when it goes on.',
    'step.break.todo': 'Take a break. The clock shows when we go on.',
  },
  fi: {
    'step.break.name': 'Tauko',
    'step.break.about': 'Kaikille yhtä pitkä tauko. Paluuaika näkyy kaikilla ruuduilla.',
    'step.break.todo': 'Pidä tauko. Paluuaika näkyy kellossa.',
  },
  sv: {
    'step.break.name': 'Paus',
    'step.break.about': 'En lika lång paus för alla. Tiden för återkomst syns på alla skärmar.',
    'step.break.todo': 'Ta en paus. Klockan visar när vi fortsätter.',
  },
});
