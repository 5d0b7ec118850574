import { defineMessages } from '@talkoot/i18n';

export const checkInMessages = defineMessages({
  en: {
    'step.check-in.name': 'Check-in',
    'step.check-in.about': 'Everybody says something in turn, so that every voice is heard at the start.',
    'step.check-in.todo': 'Wait for your turn and say a few words.',
    'step.check-in.set.turnSeconds': 'Length of a turn',
    'step.check-in.set.style': 'How it is done',
    'step.check-in.set.style.turns': 'Everybody speaks in turn',
    'step.check-in.set.style.all-write-one-word': 'Everybody writes one word',
  },
  fi: {
    'step.check-in.name': 'Aloituskierros',
    'step.check-in.about': 'Jokainen sanoo jotakin vuorollaan, niin kaikkien ääni on kuultu heti alussa.',
    'step.check-in.todo': 'Odota vuoroasi ja kerro lyhyesti.',
    'step.check-in.set.turnSeconds': 'Vuoron kesto',
    'step.check-in.set.style': 'Toteutustapa',
    'step.check-in.set.style.turns': 'Jokainen puhuu vuorollaan',
    'step.check-in.set.style.all-write-one-word': 'Jokainen kirjoittaa yhden sanan',
  },
  sv: {
    'step.check-in.name': 'Inledande runda',
    'step.check-in.about': 'Alla säger något i tur och ordning, så att varje röst har hörts redan i början.',
    'step.check-in.todo': 'Vänta på din tur och berätta kort.',
    'step.check-in.set.turnSeconds': 'Turens längd',
    'step.check-in.set.style': 'Sätt',
    'step.check-in.set.style.turns': 'Alla talar i tur och ordning',
    'step.check-in.set.style.all-write-one-word': 'Alla skriver ett ord',
  },
});
