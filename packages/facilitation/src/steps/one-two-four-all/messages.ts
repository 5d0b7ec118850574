import { defineMessages } from '@talkoot/i18n';

export const oneTwoFourAllMessages = defineMessages({
  en: {
    'step.one-two-four-all.name': '1-2-4-All',
    'step.one-two-four-all.about': 'First everybody thinks alone, then in pairs and fours, and at last together.',
    'step.one-two-four-all.todo': 'Think by yourself first, then share with your pair.',
    'step.one-two-four-all.set.rounds': 'Number of rounds',
    'step.one-two-four-all.set.secondsPerRound': 'Seconds of each round, with commas between',
  },
  fi: {
    'step.one-two-four-all.name': 'Yksin – parit – neljät – kaikki',
    'step.one-two-four-all.about': 'Ensin mietitään yksin, sitten pareittain ja neljän ryhmissä, lopuksi yhdessä.',
    'step.one-two-four-all.todo': 'Mieti ensin itse, jaa sitten parillesi.',
    'step.one-two-four-all.set.rounds': 'Kierrosten määrä',
    'step.one-two-four-all.set.secondsPerRound': 'Kunkin kierroksen sekunnit pilkuin erotettuina',
  },
  sv: {
    'step.one-two-four-all.name': 'Ensam – par – fyra – alla',
    'step.one-two-four-all.about': 'Först tänker alla själva, sedan i par och fyrgrupper, till sist tillsammans.',
    'step.one-two-four-all.todo': 'Tänk först själv och dela sedan med ditt par.',
    'step.one-two-four-all.set.rounds': 'Antal rundor',
    'step.one-two-four-all.set.secondsPerRound': 'Sekunder för varje runda, åtskilda med komma',
  },
});
