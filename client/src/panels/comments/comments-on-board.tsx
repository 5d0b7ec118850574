import type { ReactNode } from 'react';
import { CommentMarks, type CommentMarksProps } from './comment-marks.tsx';
import type { BoardSession } from '../../sync/session.ts';
import { useCommentKey } from './use-comment-key.ts';
import { useBoardComments } from './use-comments.ts';

interface CommentsOnBoardProps extends Omit<CommentMarksProps, 'onShow' | 'comments'> {
  session: BoardSession;
  /** Opens the field for a comment on an element; null: only the comments. */
  write(element: string | null): void;
  read(element: string): void;
}

/** What of the comments belongs to the canvas: marks at the elements, and the keys. */
export function CommentsOnBoard({ canvas, session, write, read }: CommentsOnBoardProps): ReactNode {
  const comments = useBoardComments(session);
  useCommentKey(canvas, write);
  return <CommentMarks canvas={canvas} comments={comments} onShow={read} />;
}
