import { defineMessages } from '@talkoot/i18n';

export const breakoutMessages = defineMessages({
  en: {
    'step.breakout.name': 'Breakout groups',
    'step.breakout.about': 'Groups work in areas of their own, which the others do not see.',
    'step.breakout.todo': 'Work in the area of your own group.',
  },
  fi: {
    'step.breakout.name': 'Pienryhmät',
    'step.breakout.about': 'Ryhmät työskentelevät omilla alueillaan, joita muut eivät näe.',
    'step.breakout.todo': 'Työskentele oman ryhmäsi alueella.',
  },
  sv: {
    'step.breakout.name': 'Smågrupper',
    'step.breakout.about': 'Grupperna arbetar i egna rutor som de andra inte ser.',
    'step.breakout.todo': 'Arbeta i din egen grupps ruta.',
  },
});
