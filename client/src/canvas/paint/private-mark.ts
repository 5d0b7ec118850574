import type { Box, Palette } from '@talkoot/board';
import type { Context } from './primitives.ts';

/** An eye that is crossed out, 24 units square (Tabler's eye-off). */
const EYE_OFF =
  'M10.6 10.6a2 2 0 0 0 2.8 2.8M16.7 16.7a8.7 8.7 0 0 1 -4.7 1.3c-3.6 0 -6.6 -2 -9 -6c1.3 -2.1 2.7 -3.7 4.3 -4.7' +
  'm2.9 -1.2a9 9 0 0 1 1.8 -.1c3.6 0 6.6 2 9 6c-.7 1.1 -1.4 2.1 -2.1 2.8M3 3l18 18';
const SIZE = 22;
const INSET = 6;
/** Smaller than this in device pixels it would be a speck. */
const SMALLEST = 9;

let eye: Path2D | null = null;

/** Marks what nobody but this person sees: a dashed edge, and an eye crossed out in its corner. */
export function paintPrivateMark(ctx: Context, { x, y, width, height }: Box, palette: Palette, scale: number): void {
  ctx.save();
  ctx.strokeStyle = palette('ink.soft');
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.strokeRect(x + 1, y + 1, width - 2, height - 2);
  if (SIZE * scale >= SMALLEST) {
    eye ??= new Path2D(EYE_OFF);
    ctx.setLineDash([]);
    ctx.translate(x + width - SIZE - INSET, y + height - SIZE - INSET);
    ctx.scale(SIZE / 24, SIZE / 24);
    ctx.lineCap = ctx.lineJoin = 'round';
    ctx.lineWidth = 2;
    ctx.stroke(eye);
  }
  ctx.restore();
}
