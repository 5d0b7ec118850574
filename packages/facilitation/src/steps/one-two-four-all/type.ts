import { count, words } from '../../settings.ts';
import { RIGHTS, type Stage, stepType } from '../../step-type.ts';
import { oneTwoFourAllMessages } from './messages.ts';

/** The last stage gets what is left of the step, and no less than this. */
const LEAST_SECONDS = 60;
const MOST_SECONDS = 7_200;

export const oneTwoFourAllStep = stepType({
  type: 'one-two-four-all',
  phase: 'emergence',
  minutes: 18,
  settings: { rounds: count(3, 4, 4, 'rounds'), secondsPerRound: words(60, '180,300,480') },
  todo: 'talk',
  brings: true,
  rights: () => RIGHTS.own,
  stages: ({ rounds, secondsPerRound }, { frames, minutes }) => {
    const names = rounds === 4 ? (['alone', 'pairs', 'fours', 'all'] as const) : (['alone', 'pairs', 'all'] as const);
    const seconds = secondsOf(secondsPerRound, names.length, minutes * 60);
    return names.map((name, at) => stage(name, seconds[at] ?? LEAST_SECONDS, frames[Math.min(at, frames.length - 1)]));
  },
  messages: oneTwoFourAllMessages,
});

function stage(name: Stage['name'], seconds: number, frame: string | undefined): Stage {
  const frames = frame === undefined ? [] : [frame];
  const talks = { name, seconds, frames, todo: 'talk', rights: RIGHTS.read } as const;
  switch (name) {
    case 'alone':
      return {
        ...{ ...talks, todo: 'write' },
        writing: { anonymity: 'named', most: null, tray: false, own: false, revealAtEnd: false, revealOnTurn: false },
      };
    case 'pairs':
      return { ...talks, groups: { ...GROUP, by: 'random', size: 2, carries: 'notes' } };
    case 'fours':
      return { ...talks, groups: { ...GROUP, by: 'merge', size: 4, carries: 'work' } };
    default:
      return { ...talks, rights: RIGHTS.own, raises: { into: frame ?? null } };
  }
}

const GROUP = { visits: 'called', keepPrivate: false, spread: false } as const;

/** Seconds of each stage as they are written; those that are not share what is left of the step. */
function secondsOf(written: string, stages: number, whole: number): number[] {
  const given = written.split(',').map((part) => Number(part.trim()));
  const known = given.slice(0, stages).filter((part) => Number.isInteger(part) && part > 0 && part <= MOST_SECONDS);
  const left = whole - known.reduce((sum, part) => sum + part, 0);
  const open = stages - known.length;
  const each = Math.max(LEAST_SECONDS, Math.floor(left / Math.max(1, open)));
  return [...known, ...Array.from({ length: open }, () => each)];
}
