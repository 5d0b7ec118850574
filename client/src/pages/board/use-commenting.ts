import { useState } from 'react';
import type { CommentsTarget } from '../../panels/comments/comments-panel.tsx';
import type { BoardSession } from '../../sync/session.ts';

/** The ways to the comments of the board on this page. */
export interface Commenting {
  /** Whose comments they are, whatever version of the board is looked at. */
  session: BoardSession;
  /** Mentions of this person that they have not read on this device. */
  unread: number;
  setUnread(count: number): void;
  target: CommentsTarget | null;
  setTarget(target: CommentsTarget | null): void;
  /** Opens the field for a comment on an element; null: only the panel. */
  write(element: string | null): void;
  /** Shows what was said about an element. */
  read(element: string): void;
}

/** Where somebody reads or writes comments. */
export function useCommenting(session: BoardSession, openPanel: () => void): Commenting {
  const [unread, setUnread] = useState(0);
  const [target, setTarget] = useState<CommentsTarget | null>(null);
  const open = (next: CommentsTarget | null): void => {
    setTarget(next);
    openPanel();
  };
  return {
    session,
    unread,
    setUnread,
    target,
    setTarget,
    write: (element) => open(element === null ? null : { element, writes: true }),
    read: (element) => open({ element, writes: false }),
  };
}
