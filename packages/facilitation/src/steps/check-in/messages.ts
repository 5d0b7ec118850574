import { defineMessages } from '@talkoot/i18n';

export const checkInMessages = defineMessages({
  en: {
    'step.check-in.name': 'Check-in',
    'step.check-in.about': 'Everybody says something in turn, so that every voice is heard at the start.',
    'step.check-in.todo': 'Wait for your turn and say a few words.',
  },
  fi: {
    'step.check-in.name': 'Aloituskierros',
    'step.check-in.about': 'Jokainen sanoo jotakin vuorollaan, niin kaikkien ääni on kuultu heti alussa.',
    'step.check-in.todo': 'Odota vuoroasi ja kerro lyhyesti.',
  },
  sv: {
    'step.check-in.name': 'Inledande runda',
    'step.check-in.about': 'Alla säger något i tur och ordning, så att varje röst har hörts redan i början.',
    'step.check-in.todo': 'Vänta på din tur och berätta kort.',
  },
});
