import {
  type Comment,
  commentsIn,
  elementsOf,
  readComment,
  type StoredComment,
  THREAD_FIELDS,
  type ThreadMap,
  threadsOf,
} from '@talkoot/board';
import type { Effect } from '@talkoot/facilitation';
import { type CommentCommand, LIMITS, type Refusal } from '@talkoot/protocol';
import { mayDeleteComment, mayEditComment } from '@talkoot/rights';
import * as Y from 'yjs';
import { ProblemError } from '../problem.ts';
import type { EffectEnv } from './effects.ts';
import type { Room } from './room.ts';
import { write } from './server-write.ts';
import type { TickResult } from './tick.ts';

type CommentEffect = Extract<Effect, { type: 'comment' }>;
type Of<T extends CommentCommand['type']> = Extract<CommentCommand, { type: T }>;

/** Writes what a person says, changes or resolves into the board's `comments`, in their name and at the server's time. */
export function carryOutComment({ command, role }: CommentEffect, board: Room, tick: TickResult, env: EffectEnv): void {
  const doc = board.live();
  const actor = { participantId: env.by, role };
  // Whoever comes here may comment: what is left to ask is whose comment it is.
  const state = env.workshop.state;
  switch (command.type) {
    case 'comment':
      return begin(command, board, tick, env);
    case 'reply':
      return reply(command, board, tick, env);
    case 'editComment': {
      const { comment, comments } = find(doc, command);
      allow(mayEditComment(actor, comment.author, state));
      const { id, ...stored } = comment;
      const { words, mentions } = command;
      return write(board, tick, () => comments.set(id, { ...stored, words, mentions, editedAt: env.now }));
    }
    case 'deleteComment': {
      const { comment, comments } = find(doc, command);
      allow(mayDeleteComment(actor, comment.author, state));
      return write(board, tick, () => {
        if (comments.size > 1) comments.delete(comment.id);
        else threadsOf(doc).delete(command.threadId);
      });
    }
    case 'resolveThread':
    case 'reopenThread':
      return resolve(command, board, tick, env);
  }
}

function allow(refusal: Refusal | null): void {
  if (refusal) throw new ProblemError('not-allowed', `comment: ${refusal}`);
}

function begin(command: Of<'comment'>, board: Room, tick: TickResult, env: EffectEnv): void {
  const doc = board.live();
  if (!elementsOf(doc).has(command.elementId)) throw new ProblemError('not-found', 'no such element');
  const threads = threadsOf(doc);
  if (threads.size >= LIMITS.commentThreads) throw new ProblemError('comments-full', 'the board has its most threads');
  makeRoom(doc);
  write(board, tick, () => {
    const comments = new Y.Map([[env.ids.element(), written(command, env)]]);
    const { element, resolved } = THREAD_FIELDS;
    const thread: ThreadMap = new Y.Map<unknown>([
      [element, command.elementId],
      [resolved, null],
      [THREAD_FIELDS.comments, comments],
    ]);
    threads.set(env.ids.element(), thread);
  });
}

/** An answer to what was resolved opens it again: somebody is not done with it. */
function reply(command: Of<'reply'>, board: Room, tick: TickResult, env: EffectEnv): void {
  const doc = board.live();
  const { thread, comments } = findThread(doc, command.threadId);
  if (comments.size >= LIMITS.commentsPerThread)
    throw new ProblemError('comments-full', 'the thread has its most comments');
  makeRoom(doc);
  write(board, tick, () => {
    comments.set(env.ids.element(), written(command, env));
    if (thread.get(THREAD_FIELDS.resolved)) thread.set(THREAD_FIELDS.resolved, null);
  });
}

function resolve(
  { type, threadId }: Of<'resolveThread' | 'reopenThread'>,
  board: Room,
  tick: TickResult,
  env: EffectEnv,
): void {
  const { thread } = findThread(board.live(), threadId);
  const resolved = type === 'resolveThread';
  // Who did it first stays named.
  if (Boolean(thread.get(THREAD_FIELDS.resolved)) === resolved) return;
  write(board, tick, () => thread.set(THREAD_FIELDS.resolved, resolved ? { by: env.by, at: env.now } : null));
}

function written({ words, mentions }: Of<'comment' | 'reply'>, env: EffectEnv): StoredComment {
  return { author: env.by, at: env.now, words, mentions };
}

function findThread(doc: Y.Doc, threadId: string): { thread: ThreadMap; comments: Y.Map<unknown> } {
  const thread = threadsOf(doc).get(threadId);
  const comments = commentsIn(thread);
  if (!thread || !comments) throw new ProblemError('not-found', 'no such thread');
  return { thread, comments };
}

function find(
  doc: Y.Doc,
  { threadId, commentId }: Of<'editComment' | 'deleteComment'>,
): { comment: Comment; comments: Y.Map<unknown> } {
  const { comments } = findThread(doc, threadId);
  const comment = readComment(commentId, comments.get(commentId));
  if (!comment) throw new ProblemError('not-found', 'no such comment');
  return { comment, comments };
}

function makeRoom(doc: Y.Doc): void {
  let count = 0;
  for (const thread of threadsOf(doc).values()) count += commentsIn(thread)?.size ?? 0;
  if (count >= LIMITS.commentsPerBoard) throw new ProblemError('comments-full', 'the board has its most comments');
}
