import type { Box } from '@talkoot/board';
import type { Camera } from '../camera.ts';

/**
 * How board units become device pixels. The offset is whole pixels, so that words and tiles stand sharp and the
 * board, the tiles and what is drawn over them agree.
 */
export interface ViewTransform {
  /** Device pixels per board unit. */
  scale: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export function viewTransform(camera: Camera, pixelRatio: number): ViewTransform {
  const { x, y, zoom } = camera.state;
  const scale = zoom * pixelRatio;
  return {
    scale,
    x: Math.round(-x * scale),
    y: Math.round(-y * scale),
    width: Math.ceil(camera.viewport.width * pixelRatio),
    height: Math.ceil(camera.viewport.height * pixelRatio),
  };
}

/** The part of the board that these device pixels show. */
export function boxInView(view: ViewTransform): Box {
  return {
    x: -view.x / view.scale,
    y: -view.y / view.scale,
    width: view.width / view.scale,
    height: view.height / view.scale,
  };
}

export function applyView(ctx: CanvasRenderingContext2D, view: ViewTransform): void {
  ctx.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
}
