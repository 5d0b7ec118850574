import type { PeopleView } from '@talkoot/protocol';
import { useState } from 'react';
import type { CommentsTarget } from '../../panels/comments/comments-panel.tsx';
import { useBoardComments } from '../../panels/comments/use-comments.ts';
import { useCommentNews } from '../../panels/comments/use-comment-news.ts';
import { useUnreadMentions } from '../../panels/comments/use-unread-mentions.ts';
import type { BoardComments } from '../../sync/comments.ts';
import type { BoardSession } from '../../sync/session.ts';

/** The comments of the board on this page, and the ways to them. */
export interface Commenting {
  comments: BoardComments;
  /** Mentions of this person that they have not read on this device. */
  unread: number;
  target: CommentsTarget | null;
  setTarget(target: CommentsTarget | null): void;
  /** Opens the field for a comment on an element; null: only the panel. */
  write(element: string | null): void;
  /** Shows what was said about an element. */
  read(element: string): void;
}

/** Follows the comments of a session and tells what is new. `panelIsOpen`: what is in it counts as read. */
export function useCommenting(
  session: BoardSession,
  people: PeopleView,
  panelIsOpen: boolean,
  openPanel: () => void,
): Commenting {
  const comments = useBoardComments(session);
  const unread = useUnreadMentions(session, comments, panelIsOpen);
  const [target, setTarget] = useState<CommentsTarget | null>(null);
  useCommentNews(session, comments, (id) => people.people.find((person) => person.id === id)?.name);
  const open = (next: CommentsTarget | null): void => {
    setTarget(next);
    openPanel();
  };
  return {
    comments,
    unread,
    target,
    setTarget,
    write: (element) => open(element === null ? null : { element, writes: true }),
    read: (element) => open({ element, writes: false }),
  };
}
