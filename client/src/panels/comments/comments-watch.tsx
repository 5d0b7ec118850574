import type { PeopleView } from '@talkoot/protocol';
import { useEffect } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useCommentNews } from './use-comment-news.ts';
import { useBoardComments } from './use-comments.ts';
import { useUnreadMentions } from './use-unread-mentions.ts';

/** Tells what is new among the comments, and how many mentions of this person are unread. Draws nothing. */
export function CommentsWatch(props: {
  session: BoardSession;
  people: PeopleView;
  /** They are being read: all are seen. */
  reading: boolean;
  onUnread(count: number): void;
}): null {
  const { session, people, reading, onUnread } = props;
  const comments = useBoardComments(session);
  const unread = useUnreadMentions(session, comments, reading);
  useCommentNews(session, comments, (id) => people.people.find((person) => person.id === id)?.name);
  useEffect(() => onUnread(unread), [onUnread, unread]);
  return null;
}
