import { defineMessages } from '@talkoot/i18n';

export const revealMessages = defineMessages({
  en: {
    'step.reveal.name': 'Reveal and read',
    'step.reveal.about': 'The private notes come into view at one moment, and are read in peace.',
    'step.reveal.todo': 'Read what the others wrote.',
  },
  fi: {
    'step.reveal.name': 'Paljastus ja lukeminen',
    'step.reveal.about': 'Yksityiset laput tulevat kaikkien nähtäville samalla hetkellä, ja ne luetaan rauhassa.',
    'step.reveal.todo': 'Lue, mitä muut ovat kirjoittaneet.',
  },
  sv: {
    'step.reveal.name': 'Visning och läsning',
    'step.reveal.about': 'De privata lapparna visas för alla i samma ögonblick och läses i lugn och ro.',
    'step.reveal.todo': 'Läs vad de andra har skrivit.',
  },
});
