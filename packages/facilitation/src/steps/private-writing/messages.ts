import { defineMessages } from '@talkoot/i18n';

export const privateWritingMessages = defineMessages({
  en: {
    'step.private-writing.name': 'Private writing',
    'step.private-writing.about': 'Everybody writes notes of their own. Nobody else sees them until they are revealed.',
    'step.private-writing.todo': 'Write notes of your own. Only you see them.',
  },
  fi: {
    'step.private-writing.name': 'Hiljainen kirjoittaminen',
    'step.private-writing.about':
      'Jokainen kirjoittaa omia lappujaan. Kukaan muu ei näe niitä ennen kuin ne paljastetaan.',
    'step.private-writing.todo': 'Kirjoita omia lappujasi. Vain sinä näet ne.',
  },
  sv: {
    'step.private-writing.name': 'Tyst skrivande',
    'step.private-writing.about': 'Alla skriver egna lappar. Ingen annan ser dem innan de visas.',
    'step.private-writing.todo': 'Skriv egna lappar. Bara du ser dem.',
  },
});
