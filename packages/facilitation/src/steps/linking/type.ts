import { RIGHTS, stepType } from '../../step-type.ts';
import { linkingMessages } from './messages.ts';

export const linkingStep = stepType({
  type: 'linking',
  phase: 'emergence',
  minutes: 10,
  settings: {},
  todo: 'arrange',
  brings: true,
  rights: () => ({ ...RIGHTS.arrange, kinds: ['connector'] }),
  messages: linkingMessages,
});
