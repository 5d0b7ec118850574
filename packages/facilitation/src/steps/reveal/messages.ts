import { defineMessages } from '@talkoot/i18n';

export const revealMessages = defineMessages({
  en: {
    'step.reveal.name': 'Reveal and read',
    'step.reveal.about': 'The private notes come into view at one moment, and are read in peace.',
    'step.reveal.todo': 'Read what the others wrote.',
    'step.reveal.set.revealMode': 'Notes come into view',
    'step.reveal.set.revealMode.all': 'All at once',
    'step.reveal.set.revealMode.frames': 'Frame by frame',
    'step.reveal.set.revealMode.authors': 'Writer by writer',
    'step.reveal.set.revealMode.distribution': 'As a distribution',
  },
  fi: {
    'step.reveal.name': 'Paljastus ja lukeminen',
    'step.reveal.about': 'Yksityiset laput tulevat kaikkien nähtäville samalla hetkellä, ja ne luetaan rauhassa.',
    'step.reveal.todo': 'Lue, mitä muut ovat kirjoittaneet.',
    'step.reveal.set.revealMode': 'Laput tulevat näkyviin',
    'step.reveal.set.revealMode.all': 'Kaikki kerralla',
    'step.reveal.set.revealMode.frames': 'Alue kerrallaan',
    'step.reveal.set.revealMode.authors': 'Kirjoittaja kerrallaan',
    'step.reveal.set.revealMode.distribution': 'Jakaumana',
  },
  sv: {
    'step.reveal.name': 'Visning och läsning',
    'step.reveal.about': 'De privata lapparna visas för alla i samma ögonblick och läses i lugn och ro.',
    'step.reveal.todo': 'Läs vad de andra har skrivit.',
    'step.reveal.set.revealMode': 'Lapparna visas',
    'step.reveal.set.revealMode.all': 'Alla på en gång',
    'step.reveal.set.revealMode.frames': 'En ruta i taget',
    'step.reveal.set.revealMode.authors': 'En skribent i taget',
    'step.reveal.set.revealMode.distribution': 'Som en fördelning',
  },
});
