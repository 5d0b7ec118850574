import { framesInOrder } from '@talkoot/board';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { BarButton } from './toolbar.tsx';
import { useModelVersion } from './use-model.ts';

/** What this bar takes at the upper edge, px. */
const HEIGHT = 60;

/** The bar with which a small screen goes from frame to frame. */
export function FrameStepsBar({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { model } = canvas;
  useModelVersion(model);
  const [shown, setShown] = useState<string | null>(null);
  const frames = framesInOrder(model).map(({ frame }) => frame);
  if (frames.length === 0) return null;
  // 0 is the whole board.
  const at = frames.findIndex(({ id }) => id === shown) + 1;
  const go = (to: number): void => {
    const frame = frames[to - 1];
    setShown(frame?.id ?? null);
    if (frame) canvas.lookAt(frame.id, HEIGHT);
    else canvas.fit();
  };
  const name = frames[at - 1]?.text || t('outline.untitled');
  return (
    <div
      className={`${classes.bar} ${classes.frames}`}
      role="toolbar"
      aria-label={t('canvas.frames')}
      data-canvas-overlay=""
      data-testid="frame-steps"
    >
      <BarButton label={t('canvas.frames.previous')} disabled={at === 0} onClick={() => go(at - 1)}>
        <IconChevronLeft size={22} stroke={1.75} />
      </BarButton>
      <span className={classes.frameName} aria-live="polite">
        {at === 0 ? t('canvas.frames.all') : t('canvas.frames.at', { name, at, total: frames.length })}
      </span>
      <BarButton label={t('canvas.frames.next')} disabled={at === frames.length} onClick={() => go(at + 1)}>
        <IconChevronRight size={22} stroke={1.75} />
      </BarButton>
    </div>
  );
}
