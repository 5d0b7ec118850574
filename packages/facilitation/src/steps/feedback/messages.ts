import { defineMessages } from '@talkoot/i18n';

export const feedbackMessages = defineMessages({
  en: {
    'step.feedback.name': 'Feedback',
    'step.feedback.about': 'Everybody answers anonymously. The result shows once there are enough answers.',
    'step.feedback.todo': 'Answer anonymously.',
  },
  fi: {
    'step.feedback.name': 'Palaute',
    'step.feedback.about': 'Jokainen vastaa nimettömästi. Tulos näkyy, kun vastauksia on tarpeeksi.',
    'step.feedback.todo': 'Vastaa nimettömästi.',
  },
  sv: {
    'step.feedback.name': 'Respons',
    'step.feedback.about': 'Alla svarar anonymt. Resultatet visas när svaren är tillräckligt många.',
    'step.feedback.todo': 'Svara anonymt.',
  },
});
