import { type ReactNode, useSyncExternalStore } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { latePart } from '../ui/late-part.tsx';
import { followMedia } from '../ui/media.ts';
import { FrameNews } from './finding/frame-news.tsx';

const FrameStepsBar = latePart(async () => (await import('./frame-steps-bar.tsx')).FrameStepsBar);

/** As in bars.module.css: there is no room for the zoom bar. */
const NARROW = window.matchMedia('(max-width: 640px)');
const followNarrow = followMedia(NARROW);

/**
 * Frame after frame on a small screen, where the whole board is too small to be read. On a large one keys do it, and
 * only people who listen need to be told where they are.
 */
export function FrameSteps({ canvas }: { canvas: CanvasController }): ReactNode {
  const narrow = useSyncExternalStore(followNarrow, () => NARROW.matches);
  return narrow ? <FrameStepsBar canvas={canvas} /> : <FrameNews canvas={canvas} />;
}
