import { RIGHTS, stepType } from '../../step-type.ts';
import { instructionMessages } from './messages.ts';

export const instructionStep = stepType({
  type: 'instruction',
  phase: 'arrival',
  minutes: 3,
  settings: {},
  todo: 'read',
  brings: true,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  messages: instructionMessages,
});
