import type { ReactNode } from 'react';
import { CommentMarks, type CommentMarksProps } from './comment-marks.tsx';
import { useCommentKey } from './use-comment-key.ts';

interface CommentsOnBoardProps extends Omit<CommentMarksProps, 'onShow'> {
  /** Opens the field for a comment on an element; null: only the comments. */
  write(element: string | null): void;
  read(element: string): void;
}

/** What of the comments belongs to the canvas: marks at the elements, and the keys. */
export function CommentsOnBoard({ canvas, comments, write, read }: CommentsOnBoardProps): ReactNode {
  useCommentKey(canvas, write);
  return <CommentMarks canvas={canvas} comments={comments} onShow={read} />;
}
