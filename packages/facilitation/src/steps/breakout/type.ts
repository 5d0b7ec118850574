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
  },
  todo: 'talk',
  brings: true,
  // The board only: groups work in documents of their own.
  rights: () => RIGHTS.read,
  wholeBoard: true,
  groups: ({ groupSize, pairing, visits, keepPrivate }) => ({ by: pairing, size: groupSize, visits, keepPrivate }),
  stages: (
    { groupSize, pairing, visits, keepPrivate, rotations, secondsPerRotation, hostStays },
    { frames, minutes },
  ) => {
    if (rotations === 1) return null;
    const seconds = secondsPerRotation ?? Math.max(30, Math.floor((minutes * 60) / rotations));
    const round = { name: 'round', seconds, todo: 'talk', frames, rights: RIGHTS.read } as const;
    const groups = { by: pairing, size: groupSize, visits, keepPrivate, carries: null, spread: true } as const;
    // Tables stay and people move: each to others where a host stays or strangers are to meet, else groups as they are.
    const moves = { hostStays, mix: hostStays || pairing === 'strangers' };
    return Array.from({ length: rotations }, (_, at) => (at === 0 ? { ...round, groups } : { ...round, moves }));
  },
  messages: breakoutMessages,
});
