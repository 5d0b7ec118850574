import { defineMessages } from '@talkoot/i18n';

export const buildMessages = defineMessages({
  en: {
    'step.build.name': 'Build together',
    'step.build.about': 'The group makes one thing together in the frames of the step.',
    'step.build.todo': 'Build together in the frame of this step.',
  },
  fi: {
    'step.build.name': 'Yhteinen rakentaminen',
    'step.build.about': 'Ryhmä tekee yhdessä yhtä tuotosta nimetyillä alueilla.',
    'step.build.todo': 'Rakentakaa yhdessä alueella, jota vaihe koskee.',
  },
  sv: {
    'step.build.name': 'Gemensamt bygge',
    'step.build.about': 'Gruppen gör ett och samma arbete tillsammans i de angivna rutorna.',
    'step.build.todo': 'Bygg tillsammans i rutan som steget gäller.',
  },
});
