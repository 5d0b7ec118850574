import { RIGHTS, stepType } from '../../step-type.ts';
import { buildMessages } from './messages.ts';

export const buildStep = stepType({
  type: 'build',
  phase: 'emergence',
  minutes: 15,
  settings: {},
  todo: 'arrange',
  brings: true,
  rights: () => RIGHTS.all,
  keepsVersion: true,
  messages: buildMessages,
});
