import type { Palette } from '@talkoot/board';
import type { Context } from '../paint/primitives.ts';

/** Distance of the dots at 100 %, board units. */
const STEP = 24;

/**
 * Paints the paper with its dots on a rectangle of device pixels. `x`, `y`: where the board's origin lies on the
 * canvas, in whole pixels; the context must be without transformation.
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
  const first = Math.ceil((area.x - size - board.x) / step);
  const last = Math.floor((area.x + area.width - board.x) / step);
  if (last < first) return;
  const row = rowOfDots(first, last, { step, size, colour: palette('canvas.dot') });
  const top = board.y + Math.ceil((area.y - size - board.y) / step) * step;
  for (let y = top; y < area.y + area.height; y += step) ctx.drawImage(row.canvas, board.x + row.left, Math.round(y));
}

interface Dots {
  step: number;
  size: number;
  colour: string;
}

interface Row extends Dots {
  canvas: HTMLCanvasElement;
  /** Numbers of its dots, counted from the board's origin. */
  first: number;
  last: number;
  /** Pixels from the board's origin to its left edge. */
  left: number;
}

let kept: Row | null = null;

/**
 * A row of dots as a picture: some 2,000 dots in view cost more than the stickies when each is filled by itself.
 * It reaches beyond what was asked, so that panning finds it again.
 */
function rowOfDots(first: number, last: number, dots: Dots): Row {
  const { step, size, colour } = dots;
  const same = kept && kept.step === step && kept.size === size && kept.colour === colour;
  if (kept && same && kept.first <= first && kept.last >= last) return kept;
  const spare = last - first + 1;
  const row: Row = {
    ...dots,
    canvas: kept?.canvas ?? document.createElement('canvas'),
    first: first - spare,
    last: last + spare,
    left: 0,
  };
  row.left = Math.round(row.first * step);
  row.canvas.width = Math.round(row.last * step) + size - row.left;
  row.canvas.height = size;
  const ctx = row.canvas.getContext('2d') as Context;
  ctx.fillStyle = colour;
  for (let dot = row.first; dot <= row.last; dot++) ctx.fillRect(Math.round(dot * step) - row.left, 0, size, size);
  kept = row;
  return row;
}
