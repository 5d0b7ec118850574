import { defineMessages } from '@talkoot/i18n';

export const matrixMessages = defineMessages({
  en: {
    'step.matrix.name': 'Matrix',
    'step.matrix.about': 'Things are placed along two axes.',
    'step.matrix.todo': 'Move the notes to where they belong.',
  },
  fi: {
    'step.matrix.name': 'Nelikenttä',
    'step.matrix.about': 'Asiat sijoitetaan kahden akselin mukaan.',
    'step.matrix.todo': 'Siirrä laput niille paikoille, joihin ne kuuluvat.',
  },
  sv: {
    'step.matrix.name': 'Matris',
    'step.matrix.about': 'Saker placeras enligt två axlar.',
    'step.matrix.todo': 'Flytta lapparna dit de hör.',
  },
});
