import { useEffect, useMemo, useReducer } from 'react';
import type { BoardComments } from '../../sync/comments.ts';
import { browserMemory } from '../../sync/memory.ts';
import type { BoardSession } from '../../sync/session.ts';
import { mentionsOf, ReadMentions } from './unread-mentions.ts';
import { useThreads } from './use-comments.ts';

/** How many comments mention this person that they have not seen on this device. While `reading`, all are seen. */
export function useUnreadMentions(session: BoardSession, comments: BoardComments, reading: boolean): number {
  const { participantId } = session.me();
  const threads = useThreads(comments);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const read = useMemo(
    () => new ReadMentions(browserMemory, session.workshopId, participantId),
    [session.workshopId, participantId],
  );
  const mentions = useMemo(() => mentionsOf(threads, participantId), [threads, participantId]);
  const unread = read.unread(mentions).length;
  useEffect(() => {
    if (!reading || unread === 0) return;
    read.see(mentions);
    draw();
  }, [reading, unread, read, mentions]);
  return reading ? 0 : unread;
}
