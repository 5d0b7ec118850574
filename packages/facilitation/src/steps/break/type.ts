import { RIGHTS, stepType } from '../../step-type.ts';
import { breakMessages } from './messages.ts';

export const breakStep = stepType({
  type: 'break',
  phase: 'emergence',
  minutes: 10,
  settings: {},
  todo: 'rest',
  brings: false,
  wholeBoard: true,
  rights: () => RIGHTS.arrange,
  rests: true,
  messages: breakMessages,
});
