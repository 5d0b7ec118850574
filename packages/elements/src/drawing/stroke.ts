import { type Box, boxAround, grow, type Point, type Size } from '@talkoot/board';
import type { NewStroke } from '../type.ts';
import { tidied } from './line.ts';
import type { PEN_WEIGHTS, PENS } from './model.ts';
import { MOST_POINTS, pack, unpack } from './points.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Board units. */
const WIDTHS: Record<(typeof PENS)[number], Record<(typeof PEN_WEIGHTS)[number], number>> = {
  pen: { thin: 2, medium: 4, thick: 8 },
  highlighter: { thin: 12, medium: 20, thick: 32 },
};

/** How wide the line of a drawing with these fields is. */
export function widthOf({ pen, weight }: Fields): number {
  return WIDTHS[pen as keyof typeof WIDTHS][weight as (typeof PEN_WEIGHTS)[number]];
}

/** The part of a box in which the middle of the line runs: the line itself fills the box. */
function innerOf({ width, height }: Size, lineWidth: number): Box {
  const [x, y] = [Math.min(lineWidth, width) / 2, Math.min(lineWidth, height) / 2];
  return { x, y, width: width - 2 * x, height: height - 2 * y };
}

/** The points of a drawing at the size it has now, from its corner. */
export function pointsOf(fields: Fields, size: Size): Point[] {
  const inner = innerOf(size, widthOf(fields));
  return unpack(fields.points as string).map(({ x, y }) => ({
    x: inner.x + x * inner.width,
    y: inner.y + y * inner.height,
  }));
}

/** What a line drawn by hand becomes: one drawing, or several where it has too many points for one. */
export function strokesOf(points: readonly Point[], fields: Fields, tolerance: number): NewStroke[] {
  const line = tidied(points, tolerance);
  const strokes: NewStroke[] = [];
  for (let from = 0; from === 0 || from < line.length - 1; from += MOST_POINTS - 1) {
    strokes.push(strokeOf(line.slice(from, from + MOST_POINTS), fields));
  }
  return strokes;
}

function strokeOf(points: readonly Point[], fields: Fields): NewStroke {
  const width = widthOf(fields);
  const box = wholeUnits(grow(boxAround(points.map((point) => ({ ...point, width: 0, height: 0 }))) as Box, width / 2));
  const inner = innerOf(box, width);
  const parts = points.map(({ x, y }) => ({
    x: partOf(x - box.x - inner.x, inner.width),
    y: partOf(y - box.y - inner.y, inner.height),
  }));
  return { box, fields: { ...fields, points: pack(parts) } };
}

/** The line keeps its place to a hair when the box is written in whole units. */
function wholeUnits({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

/** What has no extent lies in the middle. */
function partOf(offset: number, length: number): number {
  return length > 0 ? offset / length : 0.5;
}
