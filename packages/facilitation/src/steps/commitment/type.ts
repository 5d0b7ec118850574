import { toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { commitmentMessages } from './messages.ts';

export const commitmentStep = stepType({
  type: 'commitment',
  phase: 'commitment',
  minutes: 10,
  settings: { ownerRequired: toggle(true), dueDateRequired: toggle(true) },
  todo: 'write',
  brings: true,
  rights: () => RIGHTS.all,
  keepsVersion: true,
  messages: commitmentMessages,
});
