import { choice, count } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { checkOutMessages } from './messages.ts';

export const checkOutStep = stepType({
  type: 'check-out',
  phase: 'check-out',
  minutes: 5,
  settings: { turnSeconds: count(5, 600, 20, 'seconds'), style: choice('turns', 'all-write-one-word') },
  todo: 'speak',
  brings: true,
  rights: () => RIGHTS.own,
  turns: ({ turnSeconds, style }) =>
    style === 'turns' ? { seconds: turnSeconds, pass: true, groups: false, onlySpeakerWrites: false } : null,
  keepsVersion: true,
  messages: checkOutMessages,
});
