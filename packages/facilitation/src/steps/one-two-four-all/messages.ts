import { defineMessages } from '@talkoot/i18n';

export const oneTwoFourAllMessages = defineMessages({
  en: {
    'step.one-two-four-all.name': '1-2-4-All',
    'step.one-two-four-all.about': 'First everybody thinks alone, then in pairs and fours, and at last together.',
    'step.one-two-four-all.todo': 'Think by yourself first, then share with your pair.',
    'step.one-two-four-all.stage.alone': 'Alone',
    'step.one-two-four-all.stage.alone.todo': 'Write what you think yourself. Only you see it until your pair gets it.',
    'step.one-two-four-all.stage.pairs': 'In pairs',
    'step.one-two-four-all.stage.pairs.todo': 'Compare your notes: what do you share, what is new?',
    'step.one-two-four-all.stage.fours': 'In fours',
    'step.one-two-four-all.stage.fours.todo':
      'Talk about what the pairs found. Choose one note that the group brings before all.',
    'step.one-two-four-all.stage.all': 'All together',
    'step.one-two-four-all.stage.all.todo': 'Look at what each group brought.',
    'step.one-two-four-all.set.rounds': 'Number of rounds',
    'step.one-two-four-all.set.secondsPerRound': 'Seconds of each round, with commas between',
  },
  fi: {
    'step.one-two-four-all.name': 'Yksin – parit – neljät – kaikki',
    'step.one-two-four-all.about': 'Ensin mietitään yksin, sitten pareittain ja neljän ryhmissä, lopuksi yhdessä.',
    'step.one-two-four-all.todo': 'Mieti ensin itse, jaa sitten parillesi.',
    'step.one-two-four-all.stage.alone': 'Yksin',
    'step.one-two-four-all.stage.alone.todo':
      'Kirjoita, mitä itse ajattelet. Vain sinä näet sen, kunnes parisi saa sen.',
    'step.one-two-four-all.stage.pairs': 'Pareittain',
    'step.one-two-four-all.stage.pairs.todo': 'Verratkaa lappujanne: mikä on yhteistä, mikä uutta?',
    'step.one-two-four-all.stage.fours': 'Neljän ryhmissä',
    'step.one-two-four-all.stage.fours.todo':
      'Puhukaa siitä, mitä parit löysivät. Valitkaa yksi lappu, jonka ryhmä tuo kaikkien eteen.',
    'step.one-two-four-all.stage.all': 'Kaikki yhdessä',
    'step.one-two-four-all.stage.all.todo': 'Katsokaa, mitä kukin ryhmä toi.',
    'step.one-two-four-all.set.rounds': 'Kierrosten määrä',
    'step.one-two-four-all.set.secondsPerRound': 'Kunkin kierroksen sekunnit pilkuin erotettuina',
  },
  sv: {
    'step.one-two-four-all.name': 'Ensam – par – fyra – alla',
    'step.one-two-four-all.about': 'Först tänker alla själva, sedan i par och fyrgrupper, till sist tillsammans.',
    'step.one-two-four-all.todo': 'Tänk först själv och dela sedan med ditt par.',
    'step.one-two-four-all.stage.alone': 'Ensam',
    'step.one-two-four-all.stage.alone.todo': 'Skriv vad du själv tänker. Bara du ser det tills ditt par får det.',
    'step.one-two-four-all.stage.pairs': 'I par',
    'step.one-two-four-all.stage.pairs.todo': 'Jämför era lappar: vad är gemensamt, vad är nytt?',
    'step.one-two-four-all.stage.fours': 'I fyrgrupper',
    'step.one-two-four-all.stage.fours.todo': 'Prata om vad paren fann. Välj en lapp som gruppen tar fram för alla.',
    'step.one-two-four-all.stage.all': 'Alla tillsammans',
    'step.one-two-four-all.stage.all.todo': 'Titta på vad varje grupp tog fram.',
    'step.one-two-four-all.set.rounds': 'Antal rundor',
    'step.one-two-four-all.set.secondsPerRound': 'Sekunder för varje runda, åtskilda med komma',
  },
});
