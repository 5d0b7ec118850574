import { defineMessages } from '@talkoot/i18n';

export const plenaryShareMessages = defineMessages({
  en: {
    'step.plenary-share.name': 'Sharing with all',
    'step.plenary-share.about': 'The groups tell in turn what they came to.',
    'step.plenary-share.todo': 'Listen to what the other groups came to.',
    'step.plenary-share.set.secondsPerGroup': 'Time for a group',
  },
  fi: {
    'step.plenary-share.name': 'Purku yhdessä',
    'step.plenary-share.about': 'Ryhmät kertovat vuorollaan, mitä saivat aikaan.',
    'step.plenary-share.todo': 'Kuuntele, mitä muut ryhmät saivat aikaan.',
    'step.plenary-share.set.secondsPerGroup': 'Aika ryhmää kohti',
  },
  sv: {
    'step.plenary-share.name': 'Genomgång',
    'step.plenary-share.about': 'Grupperna berättar i tur och ordning vad de kom fram till.',
    'step.plenary-share.todo': 'Lyssna på vad de andra grupperna kom fram till.',
    'step.plenary-share.set.secondsPerGroup': 'Tid per grupp',
  },
});
