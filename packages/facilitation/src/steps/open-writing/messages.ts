import { defineMessages } from '@talkoot/i18n';

export const openWritingMessages = defineMessages({
  en: {
    'step.open-writing.name': 'Open writing',
    'step.open-writing.about': 'Everybody writes notes on the board in view of all.',
    'step.open-writing.todo': 'Write notes on the board.',
    'step.open-writing.set.maxNotesPerPerson': 'Notes per person, at most',
  },
  fi: {
    'step.open-writing.name': 'Avoin kirjoittaminen',
    'step.open-writing.about': 'Jokainen kirjoittaa lappuja taululle kaikkien nähden.',
    'step.open-writing.todo': 'Kirjoita lappuja taululle.',
    'step.open-writing.set.maxNotesPerPerson': 'Lappuja henkeä kohti enintään',
  },
  sv: {
    'step.open-writing.name': 'Öppet skrivande',
    'step.open-writing.about': 'Alla skriver lappar på tavlan så att de andra ser dem.',
    'step.open-writing.todo': 'Skriv lappar på tavlan.',
    'step.open-writing.set.maxNotesPerPerson': 'Lappar per person, högst',
  },
});
