import { RIGHTS, stepType } from '../../step-type.ts';
import { qualityCheckMessages } from './messages.ts';

export const qualityCheckStep = stepType({
  type: 'quality-check',
  phase: 'convergence',
  minutes: 10,
  settings: {},
  todo: 'arrange',
  brings: true,
  rights: () => RIGHTS.all,
  keepsVersion: true,
  messages: qualityCheckMessages,
});
