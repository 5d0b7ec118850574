import { defineMessages } from '@talkoot/i18n';

export const commitmentMessages = defineMessages({
  en: {
    'step.commitment.name': 'Agree on actions',
    'step.commitment.about': 'It is agreed who does what by when.',
    'step.commitment.todo': 'Take on what you promise to do.',
  },
  fi: {
    'step.commitment.name': 'Sovitaan jatkotoimet',
    'step.commitment.about': 'Sovitaan, kuka tekee mitä ja mihin mennessä.',
    'step.commitment.todo': 'Ota vastuullesi, minkä lupaat tehdä.',
  },
  sv: {
    'step.commitment.name': 'Överenskommelse om åtgärder',
    'step.commitment.about': 'Här avtalas vem som gör vad och när.',
    'step.commitment.todo': 'Ta på dig det som du lovar göra.',
  },
});
