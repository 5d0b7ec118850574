import { defineMessages } from '@talkoot/i18n';

export const checkOutMessages = defineMessages({
  en: {
    'step.check-out.name': 'Check-out',
    'step.check-out.about': 'Everybody says in turn what they take along.',
    'step.check-out.todo': 'Say in your turn what you take along.',
  },
  fi: {
    'step.check-out.name': 'Lopetuskierros',
    'step.check-out.about': 'Jokainen sanoo vuorollaan, mitä ottaa mukaansa.',
    'step.check-out.todo': 'Sano vuorollasi, mitä otat mukaasi.',
  },
  sv: {
    'step.check-out.name': 'Avslutande runda',
    'step.check-out.about': 'Alla säger i tur och ordning vad de tar med sig.',
    'step.check-out.todo': 'Säg på din tur vad du tar med dig.',
  },
});
