import { count, words } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { oneTwoFourAllMessages } from './messages.ts';

export const oneTwoFourAllStep = stepType({
  type: 'one-two-four-all',
  phase: 'emergence',
  minutes: 18,
  settings: { rounds: count(2, 4, 4, 'rounds'), secondsPerRound: words(60, '180,300,600') },
  todo: 'talk',
  brings: true,
  rights: () => RIGHTS.own,
  groups: () => ({ by: 'random', size: 2, visits: 'called', keepPrivate: false }),
  messages: oneTwoFourAllMessages,
});
