import { count } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { plenaryShareMessages } from './messages.ts';

export const plenaryShareStep = stepType({
  type: 'plenary-share',
  phase: 'convergence',
  minutes: 12,
  settings: { secondsPerGroup: count(10, 1_800, 180, 'seconds') },
  todo: 'speak',
  brings: true,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  turns: ({ secondsPerGroup }) => ({ seconds: secondsPerGroup, pass: true, groups: true, onlySpeakerWrites: false }),
  messages: plenaryShareMessages,
});
