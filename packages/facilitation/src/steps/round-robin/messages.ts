import { defineMessages } from '@talkoot/i18n';

export const roundRobinMessages = defineMessages({
  en: {
    'step.round-robin.name': 'Round of turns',
    'step.round-robin.about': 'Everybody speaks for as long as the others, in turn, while the rest listen.',
    'step.round-robin.todo': 'Listen, and speak when it is your turn.',
  },
  fi: {
    'step.round-robin.name': 'Puheenvuorokierros',
    'step.round-robin.about': 'Jokainen puhuu vuorollaan yhtä pitkään, muut kuuntelevat.',
    'step.round-robin.todo': 'Kuuntele, ja puhu omalla vuorollasi.',
  },
  sv: {
    'step.round-robin.name': 'Talrunda',
    'step.round-robin.about': 'Alla talar lika länge i tur och ordning, de andra lyssnar.',
    'step.round-robin.todo': 'Lyssna, och tala när det är din tur.',
  },
});
