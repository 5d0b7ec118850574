import { defineMessages } from '@talkoot/i18n';

export const feedbackMessages = defineMessages({
  en: {
    'step.feedback.name': 'Feedback',
    'step.feedback.about': 'Everybody answers anonymously. The result shows once there are enough answers.',
    'step.feedback.todo': 'Answer anonymously.',
    'step.feedback.set.scale': 'Scale',
    'step.feedback.set.scale.1-5': '1 to 5',
    'step.feedback.set.scale.1-10': '1 to 10',
    'step.feedback.set.scale.none': 'Words only',
    'step.feedback.set.least': 'Answers before the result shows',
  },
  fi: {
    'step.feedback.name': 'Palaute',
    'step.feedback.about': 'Jokainen vastaa nimettömästi. Tulos näkyy, kun vastauksia on tarpeeksi.',
    'step.feedback.todo': 'Vastaa nimettömästi.',
    'step.feedback.set.scale': 'Asteikko',
    'step.feedback.set.scale.1-5': '1–5',
    'step.feedback.set.scale.1-10': '1–10',
    'step.feedback.set.scale.none': 'Vain sanoin',
    'step.feedback.set.least': 'Vastauksia ennen kuin tulos näkyy',
  },
  sv: {
    'step.feedback.name': 'Respons',
    'step.feedback.about': 'Alla svarar anonymt. Resultatet visas när svaren är tillräckligt många.',
    'step.feedback.todo': 'Svara anonymt.',
    'step.feedback.set.scale': 'Skala',
    'step.feedback.set.scale.1-5': '1–5',
    'step.feedback.set.scale.1-10': '1–10',
    'step.feedback.set.scale.none': 'Bara ord',
    'step.feedback.set.least': 'Svar innan resultatet visas',
  },
});
