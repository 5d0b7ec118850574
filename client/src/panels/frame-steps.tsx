import { framesInOrder } from '@talkoot/board';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useT } from '../ui/i18n.tsx';
import { followMedia } from '../ui/media.ts';
import classes from './bars.module.css';
import { FrameNews } from './finding/frame-news.tsx';
import { BarButton } from './toolbar.tsx';
import { useModelVersion } from './use-model.ts';

/** As in bars.module.css: there is no room for the zoom bar. */
const NARROW = window.matchMedia('(max-width: 640px)');
const followNarrow = followMedia(NARROW);

/** What this bar takes at the upper edge, px. */
const HEIGHT = 60;

/**
 * Frame after frame on a small screen, where the whole board is too small to be read. On a large one keys do it, and
 * only people who listen need to be told where they are.
 */
export function FrameSteps({ canvas }: { canvas: CanvasController }): ReactNode {
  const narrow = useSyncExternalStore(followNarrow, () => NARROW.matches);
  return narrow ? <Steps canvas={canvas} /> : <FrameNews canvas={canvas} />;
}

function Steps({ canvas }: { canvas: CanvasController }): ReactNode {
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
