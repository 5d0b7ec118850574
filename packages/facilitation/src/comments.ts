import type { CommentCommand } from '@talkoot/protocol';
import { mayComment } from '@talkoot/rights';
import type { Handlers, Of } from './handlers.ts';
import { done, type Given, type Outcome, refuse, type SessionState } from './state.ts';

/** Whoever is in may try: who may comment, `rights` says. */
const everybody = { may: () => true, run: comment };

/** Commands about comments; whether a comment is theirs, the document tells. */
export const COMMENT_COMMANDS: Handlers<CommentCommand['type']> = {
  comment: everybody,
  reply: everybody,
  editComment: everybody,
  deleteComment: everybody,
  resolveThread: everybody,
  reopenThread: everybody,
};

function comment(state: SessionState, command: Of<CommentCommand['type']>, { role }: Given): Outcome {
  const refused = mayComment(role, state.state);
  if (refused === 'closed') return refuse('workshop-closed', 'closed');
  if (refused) return refuse('not-allowed', `${role} may not comment now`);
  if (!('mentions' in command)) return done(state, [{ type: 'comment', command, role }]);
  // Who has left the workshop meanwhile is only named, not told.
  const mentions = [...new Set(command.mentions)].filter((id) => state.people[id]?.status === 'in');
  return done(state, [{ type: 'comment', command: { ...command, mentions }, role }]);
}
