import { framesInOrder } from '@talkoot/board';
import { type ReactNode, useEffect } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';

/** Tells people who listen which frame the view went to. Draws nothing itself. */
export function FrameNews({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const shown = useFromCanvas(canvas, ({ lookedAt }) => lookedAt);
  useEffect(() => {
    const frames = framesInOrder(canvas.model);
    const at = frames.findIndex(({ frame }) => frame.id === shown);
    const name = frames[at]?.frame.text.trim() || t('outline.untitled');
    if (at >= 0) announce(t('canvas.frames.at', { name, at: at + 1, total: frames.length }));
  }, [canvas, shown, t, announce]);
  return null;
}
