import { choice, count } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { feedbackMessages } from './messages.ts';

export const feedbackStep = stepType({
  type: 'feedback',
  phase: 'check-out',
  minutes: 4,
  settings: { scale: choice('1-5', '1-10', ''), least: count(0, 20, 4, 'answers') },
  todo: 'answer',
  brings: false,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  round: ({ scale, least }) => ({
    method: 'form',
    each: 1,
    perItem: 1,
    scale: scale === '1-10' ? 10 : scale === '1-5' ? 5 : 1,
    axes: { x: ['', ''], y: ['', ''] },
    secret: true,
    live: false,
    least,
  }),
  asksItself: true,
  messages: feedbackMessages,
});
