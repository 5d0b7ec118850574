import { choice, count, toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { votingMessages } from './messages.ts';

export const votingStep = stepType({
  type: 'voting',
  phase: 'convergence',
  minutes: 4,
  settings: {
    method: choice('dots', 'rating', 'consent', 'ranking', 'budget', 'placement'),
    votesPerPerson: count(1, 100, 3, 'votes'),
    maxPerItem: count(1, 100, 2, 'votes'),
    clusters: toggle(false),
    secret: toggle(true),
    live: toggle(false),
  },
  todo: 'vote',
  brings: true,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  round: ({ method, votesPerPerson, maxPerItem, secret, live }) => ({
    method,
    each: method === 'budget' ? 100 : votesPerPerson,
    perItem: method === 'budget' ? 100 : maxPerItem,
    scale: 5,
    axes: { x: ['', ''], y: ['', ''] },
    secret,
    live,
    least: 0,
  }),
  judgesClusters: ({ clusters }) => clusters,
  messages: votingMessages,
});
