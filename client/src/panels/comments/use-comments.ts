import type { Thread } from '@talkoot/board';
import type { CommentCommand } from '@talkoot/protocol';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { BoardComments, type CommentCount } from '../../sync/comments.ts';
import type { BoardSession } from '../../sync/session.ts';

type WithoutId<C> = C extends { id: string } ? Omit<C, 'id'> & { id?: string } : never;

/** Gives a command about comments; answers whether it was carried out. What went wrong has been told already. */
export type GiveComment = (command: WithoutId<CommentCommand>) => Promise<boolean>;

/** The comments of a session, read for as long as the page shows it. */
export function useBoardComments(session: BoardSession): BoardComments {
  const comments = useMemo(() => new BoardComments(session), [session]);
  useEffect(() => comments.follow(), [comments]);
  return comments;
}

/** All threads, newest activity first. */
export function useThreads(comments: BoardComments): readonly Thread[] {
  return useSyncExternalStore(
    useCallback((listener) => comments.subscribe(listener), [comments]),
    () => comments.threads(),
  );
}

/** How many comments stand on each element that has some. */
export function useCommentCounts(comments: BoardComments): ReadonlyMap<string, CommentCount> {
  return useSyncExternalStore(
    useCallback((listener) => comments.subscribe(listener), [comments]),
    () => comments.counts(),
  );
}
