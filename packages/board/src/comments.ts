import { LIMITS } from '@talkoot/protocol';
import * as Y from 'yjs';
import { z } from 'zod/mini';
import { ROOTS } from './element.ts';

const Id = z.string().check(z.minLength(1), z.maxLength(64));

/** What a thread's map holds beside its comments. */
export const THREAD_FIELDS = { element: 'element', resolved: 'resolved', comments: 'comments' } as const;

/** A comment as the document has it: one value, written whole. */
const StoredComment = z.object({
  author: Id,
  /** Server time, ms. */
  at: z.number(),
  words: z.string().check(z.minLength(1), z.maxLength(LIMITS.commentLength)),
  mentions: z.array(Id).check(z.maxLength(LIMITS.commentMentions)),
  editedAt: z.optional(z.number()),
});
export type StoredComment = z.infer<typeof StoredComment>;

const Resolved = z.object({ by: Id, at: z.number() });
export type Resolved = z.infer<typeof Resolved>;

export interface Comment extends StoredComment {
  id: string;
}

/** Comments on one element. */
export interface Thread {
  id: string;
  /** The element, which may be deleted since. */
  element: string;
  resolved: Resolved | null;
  /** Oldest first; at least one. */
  comments: readonly Comment[];
}

export type ThreadMap = Y.Map<unknown>;

/** The map of all threads of a board. Only the server writes to it. */
export function threadsOf(doc: Y.Doc): Y.Map<ThreadMap> {
  return doc.getMap<ThreadMap>(ROOTS.comments);
}

/** The comments in a thread's map by id, as they stand there; null when it is none. */
export function commentsIn(thread: unknown): Y.Map<unknown> | null {
  const comments = thread instanceof Y.Map ? thread.get(THREAD_FIELDS.comments) : null;
  return comments instanceof Y.Map ? comments : null;
}

/** Reads one comment; null when it does not parse. */
export function readComment(id: string, value: unknown): Comment | null {
  const parsed = StoredComment.safeParse(value);
  return parsed.success ? { id, ...parsed.data } : null;
}

/** Reads one thread. Documents are untrusted: what does not parse is left out, and a thread without comments is none. */
export function readThread(id: string, map: unknown): Thread | null {
  const held = commentsIn(map);
  if (!held || !(map instanceof Y.Map)) return null;
  const element = Id.safeParse(map.get(THREAD_FIELDS.element));
  const comments = [...held].flatMap(([commentId, value]) => readComment(commentId, value) ?? []);
  if (!element.success || comments.length === 0) return null;
  const resolved = Resolved.safeParse(map.get(THREAD_FIELDS.resolved));
  comments.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { id, element: element.data, resolved: resolved.success ? resolved.data : null, comments };
}
