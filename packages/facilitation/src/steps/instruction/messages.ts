import { defineMessages } from '@talkoot/i18n';

export const instructionMessages = defineMessages({
  en: {
    'step.instruction.name': 'Instructions',
    'step.instruction.about': 'What comes next is explained. Editing rests meanwhile.',
    'step.instruction.todo': 'Read the instructions, and ask if something is unclear.',
  },
  fi: {
    'step.instruction.name': 'Ohjeistus',
    'step.instruction.about': 'Kerrotaan, mitä seuraavaksi tehdään. Muokkaaminen odottaa sen ajan.',
    'step.instruction.todo': 'Lue ohje ja kysy, jos jokin jää epäselväksi.',
  },
  sv: {
    'step.instruction.name': 'Instruktion',
    'step.instruction.about': 'Här berättas vad som görs härnäst. Redigeringen vilar så länge.',
    'step.instruction.todo': 'Läs instruktionen och fråga om något är oklart.',
  },
});
