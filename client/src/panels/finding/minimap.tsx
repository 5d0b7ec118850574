import { useComputedColorScheme } from '@mantine/core';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { canvasPalette } from '../../canvas/palette.ts';
import classes from './minimap.module.css';
import { MINIMAP_SIZE, MinimapPicture } from './minimap-picture.ts';

/**
 * The whole board as a small picture, and the part of it that is in view. For the eye and the pointer only: the list
 * view and the list of frames say the same in words.
 */
export function Minimap({ canvas }: { canvas: CanvasController }): ReactNode {
  const scheme = useComputedColorScheme();
  const board = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<MinimapPicture | null>(null);
  useEffect(() => {
    if (!board.current || !view.current) return undefined;
    const next = new MinimapPicture(canvas, { board: board.current, view: view.current }, canvasPalette(scheme));
    setPicture(next);
    return next.follow();
  }, [canvas, scheme]);
  useEffect(() => {
    const picture = board.current;
    const host = picture?.closest('[data-canvas-host]');
    if (!picture || !host) return undefined;
    canvas.takeCorner(() => {
      const { left, top } = picture.getBoundingClientRect();
      const { right, bottom } = host.getBoundingClientRect();
      return { width: right - left, height: bottom - top };
    });
    return () => canvas.takeCorner(null);
  }, [canvas]);
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    picture?.lookAt({ x: event.clientX - left, y: event.clientY - top });
  };
  return (
    <div
      className={classes.minimap}
      aria-hidden
      data-canvas-overlay=""
      data-testid="minimap"
      style={MINIMAP_SIZE}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(event)}
    >
      <canvas ref={board} className={classes.board} />
      <div ref={view} className={classes.view} />
    </div>
  );
}
