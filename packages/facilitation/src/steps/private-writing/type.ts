import { choice, limit } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { privateWritingMessages } from './messages.ts';

export const privateWritingStep = stepType({
  type: 'private-writing',
  phase: 'divergence',
  minutes: 8,
  settings: {
    anonymity: choice('named', 'facilitator', 'nobody'),
    maxNotesPerPerson: limit(1, 100, 'notes'),
    revealMode: choice('later-step', 'at-step-end', 'on-turn', 'author-choice'),
    landIn: choice('frames', 'tray'),
    visibility: choice('all', 'author-only'),
    scale: choice('', '1-5'),
    secondsPerCell: limit(5, 3_600, 'seconds'),
  },
  todo: 'write',
  brings: true,
  wholeBoard: true,
  // The board only: what is private is written in each one's own document.
  rights: () => RIGHTS.read,
  writing: ({ anonymity, maxNotesPerPerson, revealMode, landIn, visibility }) => ({
    anonymity,
    most: maxNotesPerPerson,
    tray: landIn === 'tray',
    own: visibility === 'author-only' || revealMode === 'author-choice',
    revealAtEnd: revealMode === 'at-step-end',
    revealOnTurn: revealMode === 'on-turn',
  }),
  messages: privateWritingMessages,
});
