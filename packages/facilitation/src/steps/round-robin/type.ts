import { choice, count, toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { roundRobinMessages } from './messages.ts';

export const roundRobinStep = stepType({
  type: 'round-robin',
  phase: 'emergence',
  minutes: 15,
  settings: {
    turnSeconds: count(5, 1_800, 60, 'seconds'),
    passAllowed: toggle(true),
    pairing: toggle(false),
    speaker: choice('everybody', 'owner'),
    ownerListens: toggle(false),
    listenFirst: toggle(false),
  },
  todo: 'speak',
  brings: true,
  rights: () => RIGHTS.own,
  turns: ({ turnSeconds, passAllowed }) => ({
    seconds: turnSeconds,
    pass: passAllowed,
    groups: false,
    onlySpeakerWrites: true,
  }),
  messages: roundRobinMessages,
});
