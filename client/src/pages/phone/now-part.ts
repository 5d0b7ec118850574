import type { OwnMessage, SessionView } from '@talkoot/protocol';

/** The one thing that a phone shows to do. */
export type NowPart = 'quiet' | 'answer' | 'speak' | 'write' | 'read' | 'talk' | 'rest' | 'listen';

/** What there is to do now: what waits for an answer comes before what the step is about. */
export function nowPart({ step, rounds, turns }: SessionView, { groupId }: OwnMessage): NowPart {
  if (rounds.some(({ closedAt }) => closedAt === null)) return 'answer';
  if (!step) return 'quiet';
  if (turns && turns.order.length > 0) return 'speak';
  if (groupId !== null) return 'talk';
  switch (step.todo) {
    case 'vote':
    case 'answer':
      return 'answer';
    case 'arrange':
    case 'read':
      return 'read';
    case 'speak':
    case 'talk':
      return 'listen';
    default:
      return step.todo;
  }
}
