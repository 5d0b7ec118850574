import { defineMessages } from '@talkoot/i18n';

export const energiserMessages = defineMessages({
  en: {
    'step.energiser.name': 'Energiser',
    'step.energiser.about': 'A short moment together that everybody can join in their own way.',
    'step.energiser.todo': 'Join in the way that suits you.',
    'step.energiser.set.seated': 'How to join seated',
  },
  fi: {
    'step.energiser.name': 'Virkistys',
    'step.energiser.about': 'Lyhyt yhteinen hetki, johon kaikki voivat osallistua omalla tavallaan.',
    'step.energiser.todo': 'Osallistu tavalla, joka sinulle sopii.',
    'step.energiser.set.seated': 'Miten osallistutaan istuen',
  },
  sv: {
    'step.energiser.name': 'Uppiggare',
    'step.energiser.about': 'En kort gemensam stund där alla kan vara med på sitt sätt.',
    'step.energiser.todo': 'Delta på det sätt som passar dig.',
    'step.energiser.set.seated': 'Hur man deltar sittande',
  },
});
