import { words } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { matrixMessages } from './messages.ts';

export const matrixStep = stepType({
  type: 'matrix',
  phase: 'convergence',
  minutes: 12,
  settings: { axisX: words(60), axisY: words(60) },
  todo: 'arrange',
  brings: true,
  rights: () => RIGHTS.arrange,
  messages: matrixMessages,
});
