import { defineMessages } from '@talkoot/i18n';

export const commitmentMessages = defineMessages({
  en: {
    'step.commitment.name': 'Agree on actions',
    'step.commitment.about': 'It is agreed who does what by when.',
    'step.commitment.todo': 'Take on what you promise to do.',
    'step.commitment.set.ownerRequired': 'Every action has an owner',
    'step.commitment.set.dueDateRequired': 'Every action has a date',
  },
  fi: {
    'step.commitment.name': 'Sovitaan jatkotoimet',
    'step.commitment.about': 'Sovitaan, kuka tekee mitä ja mihin mennessä.',
    'step.commitment.todo': 'Ota vastuullesi, minkä lupaat tehdä.',
    'step.commitment.set.ownerRequired': 'Jokaisella toimella on vastuuhenkilö',
    'step.commitment.set.dueDateRequired': 'Jokaisella toimella on määräpäivä',
  },
  sv: {
    'step.commitment.name': 'Överenskommelse om åtgärder',
    'step.commitment.about': 'Här avtalas vem som gör vad och när.',
    'step.commitment.todo': 'Ta på dig det som du lovar göra.',
    'step.commitment.set.ownerRequired': 'Varje åtgärd har en ansvarig',
    'step.commitment.set.dueDateRequired': 'Varje åtgärd har ett datum',
  },
});
