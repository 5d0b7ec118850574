import { defineMessages } from '@talkoot/i18n';

export const matrixMessages = defineMessages({
  en: {
    'step.matrix.name': 'Matrix',
    'step.matrix.about': 'Things are placed along two axes.',
    'step.matrix.todo': 'Move the notes to where they belong.',
    'step.matrix.set.axisX': 'Horizontal axis',
    'step.matrix.set.axisY': 'Vertical axis',
  },
  fi: {
    'step.matrix.name': 'Nelikenttä',
    'step.matrix.about': 'Asiat sijoitetaan kahden akselin mukaan.',
    'step.matrix.todo': 'Siirrä laput niille paikoille, joihin ne kuuluvat.',
    'step.matrix.set.axisX': 'Vaaka-akseli',
    'step.matrix.set.axisY': 'Pystyakseli',
  },
  sv: {
    'step.matrix.name': 'Matris',
    'step.matrix.about': 'Saker placeras enligt två axlar.',
    'step.matrix.todo': 'Flytta lapparna dit de hör.',
    'step.matrix.set.axisX': 'Vågrät axel',
    'step.matrix.set.axisY': 'Lodrät axel',
  },
});
