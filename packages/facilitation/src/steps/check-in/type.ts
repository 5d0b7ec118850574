import { choice, count } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { checkInMessages } from './messages.ts';

export const checkInStep = stepType({
  type: 'check-in',
  phase: 'arrival',
  minutes: 8,
  settings: { turnSeconds: count(5, 600, 30, 'seconds'), style: choice('turns', 'all-write-one-word') },
  todo: 'speak',
  brings: true,
  rights: () => RIGHTS.own,
  turns: ({ turnSeconds, style }) =>
    style === 'turns' ? { seconds: turnSeconds, pass: true, groups: false, onlySpeakerWrites: false } : null,
  messages: checkInMessages,
});
