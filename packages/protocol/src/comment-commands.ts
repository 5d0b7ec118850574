import { z } from 'zod/mini';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';

const written = {
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.commentLength)),
  /** Participants whom the words name. */
  mentions: z.array(Id).check(z.maxLength(LIMITS.commentMentions)),
};

/** Comments are written by commands alone, so that nobody writes under another name or at another time. */
export const CommentCommand = z.discriminatedUnion('type', [
  /** Begins a thread on an element of the board. */
  z.object({ id: Id, type: z.literal('comment'), elementId: Id, ...written }),
  z.object({ id: Id, type: z.literal('reply'), threadId: Id, ...written }),
  z.object({ id: Id, type: z.literal('editComment'), threadId: Id, commentId: Id, ...written }),
  /** With its last comment a thread goes too. */
  z.object({ id: Id, type: z.literal('deleteComment'), threadId: Id, commentId: Id }),
  z.object({ id: Id, type: z.literal('resolveThread'), threadId: Id }),
  z.object({ id: Id, type: z.literal('reopenThread'), threadId: Id }),
]);
export type CommentCommand = z.infer<typeof CommentCommand>;

/** Is this command one about comments? */
export function isComment(command: { type: string }): command is CommentCommand {
  return CommentCommand.def.options.some(({ shape }) => shape.type.def.values.some((type) => type === command.type));
}
