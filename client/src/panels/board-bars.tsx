import { Loader } from '@mantine/core';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useFromCanvas } from '../canvas/use-canvas.ts';
import { useT } from '../ui/i18n.tsx';
import { latePart } from '../ui/late-part.tsx';
import classes from './bars.module.css';
import { FrameSteps } from './frame-steps.tsx';
import { ZoomBar } from './late-zoom-bar.ts';
import type { PageActions } from './selection-actions.ts';
import { Toolbar } from './toolbar.tsx';
import { useAddable } from './use-rights.ts';

const PenBar = latePart(async () => (await import('./pen-bar.tsx')).PenBar);
const SelectionBar = latePart(async () => (await import('./selection-bar.tsx')).SelectionBar);
const FormatBar = latePart(async () => (await import('./format-bar.tsx')).FormatBar);
const ContextMenu = latePart(async () => (await import('./context-menu.tsx')).ContextMenu);

export interface BoardBarsProps {
  canvas: CanvasController;
  actions: PageActions;
}

/** Everything that lies over the canvas: tools, zoom or steps from frame to frame, what to do with the
 * selection, and help on an empty board. */
export function BoardBars({ canvas, actions }: BoardBarsProps): ReactNode {
  return (
    <>
      <EmptyBoard canvas={canvas} />
      <Storing canvas={canvas} />
      <FrameSteps canvas={canvas} />
      <SelectionBar canvas={canvas} actions={actions} />
      <FormatBar canvas={canvas} />
      <ContextMenu canvas={canvas} actions={actions} />
      <PensInHand canvas={canvas} />
      <Toolbar canvas={canvas} />
      <ZoomBar canvas={canvas} />
    </>
  );
}

/** Images on their way to the server. */
function Storing({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const count = useFromCanvas(canvas, ({ storing }) => storing);
  return (
    <div role="status" className={count > 0 ? `${classes.bar} ${classes.storing}` : undefined}>
      {count > 0 ? (
        <>
          <Loader size="xs" />
          {t('canvas.storing', { count })}
        </>
      ) : null}
    </div>
  );
}

/** The pens, while one of them is in the hand. */
function PensInHand({ canvas }: { canvas: CanvasController }): ReactNode {
  const inks = useFromCanvas(canvas, (controller) => controller.inks);
  return inks ? <PenBar canvas={canvas} /> : null;
}

/** An empty board says how to begin, to those who may. */
function EmptyBoard({ canvas }: { canvas: CanvasController }): ReactNode {
  const t = useT();
  const { model } = canvas;
  const follow = useCallback((listener: () => void) => model.subscribe(listener), [model]);
  const empty = useSyncExternalStore(follow, () => model.size === 0);
  const addable = useAddable(canvas.session, canvas.types);
  if (!empty || addable.length === 0) return null;
  const touch = window.matchMedia('(pointer: coarse)').matches;
  return (
    <div className={classes.empty}>
      <strong>{t('canvas.empty.title')}</strong>
      {t(touch ? 'canvas.empty.touch' : 'canvas.empty.mouse')}
    </div>
  );
}
