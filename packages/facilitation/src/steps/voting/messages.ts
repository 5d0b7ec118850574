import { defineMessages } from '@talkoot/i18n';

export const votingMessages = defineMessages({
  en: {
    'step.voting.name': 'Voting',
    'step.voting.about': 'Everybody gives their votes. The result shows when the vote closes.',
    'step.voting.todo': 'Give your votes to what matters most.',
  },
  fi: {
    'step.voting.name': 'Äänestys',
    'step.voting.about': 'Jokainen antaa omat äänensä. Tulos näkyy, kun äänestys suljetaan.',
    'step.voting.todo': 'Anna äänesi tärkeimmille.',
  },
  sv: {
    'step.voting.name': 'Omröstning',
    'step.voting.about': 'Alla lägger sina röster. Resultatet visas när omröstningen stängs.',
    'step.voting.todo': 'Lägg dina röster på det viktigaste.',
  },
});
