import { defineMessages } from '@talkoot/i18n';

export const checkOutMessages = defineMessages({
  en: {
    'step.check-out.name': 'Check-out',
    'step.check-out.about': 'Everybody says in turn what they take along.',
    'step.check-out.todo': 'Say in your turn what you take along.',
    'step.check-out.set.turnSeconds': 'Length of a turn',
    'step.check-out.set.style': 'How it is done',
    'step.check-out.set.style.turns': 'Everybody speaks in turn',
    'step.check-out.set.style.all-write-one-word': 'Everybody writes one word',
  },
  fi: {
    'step.check-out.name': 'Lopetuskierros',
    'step.check-out.about': 'Jokainen sanoo vuorollaan, mitä ottaa mukaansa.',
    'step.check-out.todo': 'Sano vuorollasi, mitä otat mukaasi.',
    'step.check-out.set.turnSeconds': 'Vuoron kesto',
    'step.check-out.set.style': 'Toteutustapa',
    'step.check-out.set.style.turns': 'Jokainen puhuu vuorollaan',
    'step.check-out.set.style.all-write-one-word': 'Jokainen kirjoittaa yhden sanan',
  },
  sv: {
    'step.check-out.name': 'Avslutande runda',
    'step.check-out.about': 'Alla säger i tur och ordning vad de tar med sig.',
    'step.check-out.todo': 'Säg på din tur vad du tar med dig.',
    'step.check-out.set.turnSeconds': 'Turens längd',
    'step.check-out.set.style': 'Sätt',
    'step.check-out.set.style.turns': 'Alla talar i tur och ordning',
    'step.check-out.set.style.all-write-one-word': 'Alla skriver ett ord',
  },
});
