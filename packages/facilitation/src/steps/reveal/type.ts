import { choice } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { revealMessages } from './messages.ts';

export const revealStep = stepType({
  type: 'reveal',
  phase: 'emergence',
  minutes: 5,
  settings: { revealMode: choice('all', 'frames', 'authors', 'distribution') },
  todo: 'read',
  brings: true,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  reveals: true,
  showsCounts: ({ revealMode }) => revealMode === 'distribution',
  messages: revealMessages,
});
