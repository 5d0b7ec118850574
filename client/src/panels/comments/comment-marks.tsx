import { IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useBoardLayer } from '../../canvas/use-board-layer.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import type { BoardComments } from '../../sync/comments.ts';
import { useT } from '../../ui/i18n.tsx';
import { useModelVersion } from '../use-model.ts';
import { noWordsKey, wordsOf } from '../outline-words.ts';
import classes from './comments.module.css';
import { useCommentCounts } from './use-comments.ts';

const AT_REST = { dx: 0, dy: 0 };

export interface CommentMarksProps {
  canvas: CanvasController;
  comments: BoardComments;
  onShow(element: string): void;
}

/**
 * A speech bubble at the corner of each element with open comments. Moving the view moves one layer; only zooming and
 * changes of the board place the marks anew, and others' drags, which they follow. For the pointer: by keyboard the panel and the list view say the same.
 */
export function CommentMarks({ canvas, comments, onShow }: CommentMarksProps): ReactNode {
  const t = useT();
  const counts = useCommentCounts(comments);
  useModelVersion(canvas.model);
  const zoom = useFromCanvas(canvas, ({ camera }) => camera.zoom);
  const dragging = useFromCanvas(canvas, ({ acting, selection }) => selection.ids.size > 0 && acting);
  const moving = useFromCanvas(canvas, ({ people }) => people.moving);
  const layer = useBoardLayer(canvas);
  const { model } = canvas;
  const marks = [...counts].flatMap(([id, { open }]) => {
    const [element, box] = [model.get(id), model.bounds(id)];
    return open > 0 && element && box ? [{ id, open, box, words: wordsOf(element, t(noWordsKey(element))) }] : [];
  });
  return (
    <div ref={layer} className={classes.marks} hidden={dragging} data-canvas-overlay="" data-testid="comment-marks">
      {marks.map(({ id, open, box, words }) => {
        const { dx, dy } = moving.get(id) ?? AT_REST;
        const label = t('comments.mark', { count: open, words });
        return (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className={classes.mark}
            style={{ left: (box.x + box.width + dx) * zoom, top: (box.y + dy) * zoom }}
            aria-label={label}
            title={label}
            onClick={() => onShow(id)}
          >
            <IconMessage size={15} stroke={2} aria-hidden />
            {open}
          </button>
        );
      })}
    </div>
  );
}
