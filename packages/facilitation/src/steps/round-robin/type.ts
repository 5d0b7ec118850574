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
  },
  todo: 'speak',
  brings: true,
  rights: () => RIGHTS.own,
  turns: ({ turnSeconds, passAllowed, pairing, speaker, ownerListens }) =>
    pairing
      ? null
      : {
          ...{ seconds: turnSeconds, pass: passAllowed, groups: false, onlySpeakerWrites: true },
          who: speaker === 'owner' ? 'owner' : ownerListens ? 'others' : 'all',
        },
  // In pairs all speak at once, each with one other; what two write stays theirs.
  groups: ({ pairing }) => (pairing ? { by: 'strangers', size: 2, visits: 'called', keepPrivate: true } : null),
  messages: roundRobinMessages,
});
