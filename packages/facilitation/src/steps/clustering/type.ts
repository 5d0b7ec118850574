import { limit, toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { clusteringMessages } from './messages.ts';

export const clusteringStep = stepType({
  type: 'clustering',
  phase: 'emergence',
  minutes: 10,
  settings: { maxGroups: limit(2, 50, 'clusters'), naming: toggle(true) },
  todo: 'arrange',
  brings: true,
  rights: () => RIGHTS.arrange,
  messages: clusteringMessages,
});
