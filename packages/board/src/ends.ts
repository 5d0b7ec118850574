import { z } from 'zod/mini';
import { ElementId } from './fields.ts';
import { type Box, centreOf, type Point } from './geometry.ts';
import type { ElementData } from './element.ts';

/** The sides of a box, at the middle of which lines come in. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** The side across. */
export const OPPOSITE_SIDE: Readonly<Record<Side, Side>> = {
  top: 'bottom',
  bottom: 'top',
  left: 'right',
  right: 'left',
};

const coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7));

/**
 * One end of an element that runs between others. It is attached to `element`, at a side or wherever the line comes in
 * best (null); `x` and `y`, counted from the corner of its place, are where it is when free and where it stays when
 * what it was attached to is gone.
 */
export const End = z.strictObject({
  element: z.nullable(ElementId),
  side: z.nullable(z.enum(SIDES)),
  x: coordinate,
  y: coordinate,
});
export type End = z.infer<typeof End>;

/** Where an end is now. Board units, on the board. */
export interface EndAt {
  point: Point;
  /** The side it is bound to; null: as the line comes in best. */
  side: Side | null;
  /** The box of what it is attached to; null when it is free. */
  box: Box | null;
}

/** The way of an element between its ends. Board units, on the board. */
export interface Route {
  /** All that is drawn, words and heads included. */
  box: Box;
  /** The line in straight pieces, from its first end to its last. */
  points: readonly Point[];
  /** The line as SVG path data. */
  d: string;
  /** Where the line enters each end, seen from the line: radians. */
  angles: readonly [number, number];
  /** Half-way, where words stand. */
  middle: Point;
}

/** How a kind runs between two ends, each in a field of its own. */
export interface Connecting {
  readonly ends: readonly [string, string];
  /** Its way between where its ends are now. */
  route(element: ElementData, from: EndAt, to: EndAt): Route;
}

/** The middle of a side. */
export function sidePoint(box: Box, side: Side): Point {
  const { x, y } = centreOf(box);
  if (side === 'top') return { x, y: box.y };
  if (side === 'bottom') return { x, y: box.y + box.height };
  return { x: side === 'left' ? box.x : box.x + box.width, y };
}

/** The way out from a side. */
export function outwards(side: Side): Point {
  if (side === 'top') return { x: 0, y: -1 };
  if (side === 'bottom') return { x: 0, y: 1 };
  return { x: side === 'left' ? -1 : 1, y: 0 };
}

/** Where an end is: at what it is attached to if `boxOf` knows it, else at its own point, counted from `corner`. */
export function endAt(end: End, corner: Point, boxOf: (id: string) => Box | undefined): EndAt {
  const box = end.element === null ? undefined : boxOf(end.element);
  if (!box) return { point: { x: corner.x + end.x, y: corner.y + end.y }, side: null, box: null };
  return { point: end.side ? sidePoint(box, end.side) : centreOf(box), side: end.side, box };
}

/** How far a point is from a line of straight pieces. */
export function distanceToLine(points: readonly Point[], point: Point): number {
  let best = Infinity;
  for (let index = 0; index + 1 < points.length; index++) {
    best = Math.min(best, distanceToPiece(points[index] as Point, points[index + 1] as Point, point));
  }
  return best;
}

function distanceToPiece(a: Point, b: Point, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
}

/** Does a line of straight pieces touch a box? */
export function lineMeets(points: readonly Point[], box: Box): boolean {
  for (let index = 0; index + 1 < points.length; index++) {
    if (pieceMeets(points[index] as Point, points[index + 1] as Point, box)) return true;
  }
  return false;
}

/** By clipping: what of the piece lies between the box's sides (Liang and Barsky, 1984). */
function pieceMeets(a: Point, b: Point, box: Box): boolean {
  let [from, to] = [0, 1];
  const clip = (way: number, room: number): boolean => {
    if (way === 0) return room >= 0;
    const at = room / way;
    if (way < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    return from <= to;
  };
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return (
    clip(-dx, a.x - box.x) &&
    clip(dx, box.x + box.width - a.x) &&
    clip(-dy, a.y - box.y) &&
    clip(dy, box.y + box.height - a.y)
  );
}

/** The fields of a copy whose ends hang on the copies of what they hung on; what was not copied lets go. */
export function endsOfCopy(
  connects: Connecting | undefined,
  fields: Readonly<Record<string, unknown>>,
  copyOf: (id: string) => string | undefined,
): Record<string, unknown> {
  const copied = { ...fields };
  for (const name of connects?.ends ?? []) {
    const end = End.safeParse(fields[name]);
    if (!end.success) continue;
    const element = copyOf(end.data.element ?? '') ?? null;
    copied[name] = { ...end.data, element, side: element === null ? null : end.data.side };
  }
  return copied;
}
