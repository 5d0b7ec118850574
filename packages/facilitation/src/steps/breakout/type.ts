import { choice, count, limit, toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { breakoutMessages } from './messages.ts';

export const breakoutStep = stepType({
  type: 'breakout',
  phase: 'emergence',
  minutes: 20,
  settings: {
    groupSize: count(2, 50, 4, 'people'),
    pairing: choice('random', 'diverse', 'same', 'keep', 'merge', 'strangers'),
    visits: choice('called', 'never', 'always'),
    keepPrivate: toggle(false),
    rotations: count(1, 10, 1, 'rounds'),
    secondsPerRotation: limit(30, 7_200, 'seconds'),
    hostStays: toggle(false),
    buildDirection: choice('any', 'right-to-left'),
  },
  todo: 'talk',
  brings: true,
  // The board only: groups work in documents of their own.
  rights: () => RIGHTS.read,
  wholeBoard: true,
  groups: ({ groupSize, pairing, visits, keepPrivate }) => ({ by: pairing, size: groupSize, visits, keepPrivate }),
  messages: breakoutMessages,
});
