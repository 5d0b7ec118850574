import { RIGHTS, stepType } from '../../step-type.ts';
import { openWritingMessages } from './messages.ts';

export const openWritingStep = stepType({
  type: 'open-writing',
  phase: 'divergence',
  minutes: 8,
  settings: {},
  todo: 'write',
  brings: true,
  rights: () => RIGHTS.own,
  messages: openWritingMessages,
});
