import type { Palette } from '@talkoot/board';
import type { Context } from '../paint/primitives.ts';

/** Distance of the dots at 100 %, board units. */
const STEP = 24;

/**
 * Paints the paper with its dots on a rectangle of device pixels. `x`, `y`: where the board's origin lies on the
 * canvas; the context must be without transformation.
 */
export function paintPaper(
  ctx: Context,
  area: { x: number; y: number; width: number; height: number },
  board: { x: number; y: number; scale: number },
  palette: Palette,
  pixelRatio: number,
): void {
  ctx.fillStyle = palette('paper');
  ctx.fillRect(area.x, area.y, area.width, area.height);
  let step = STEP * board.scale;
  while (step < STEP * pixelRatio * 0.8) step *= 2;
  const size = Math.max(1, Math.round(1.5 * pixelRatio));
  ctx.fillStyle = palette('canvas.dot');
  const left = board.x + Math.ceil((area.x - size - board.x) / step) * step;
  const top = board.y + Math.ceil((area.y - size - board.y) / step) * step;
  for (let y = top; y < area.y + area.height; y += step) {
    const row = Math.round(y);
    for (let x = left; x < area.x + area.width; x += step) ctx.fillRect(Math.round(x), row, size, size);
  }
}
