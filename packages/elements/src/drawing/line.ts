import type { Point } from '@talkoot/board';

/** Gaps wider than so many tolerances were not drawn by a slow hand, and are left as they are. */
const NEAR = 20;
/** Points that are simplified at a time. */
const STRETCH = 100;
/** A curve that would leave its line by more tolerances than this is no curve but a corner. */
const BULGE = 3;

/**
 * A line drawn by hand with as few points as it needs: nowhere further than about `tolerance` from where the hand
 * was. A point that stands twice is a corner, at the others the line is round.
 */
export function tidied(points: readonly Point[], tolerance: number): Point[] {
  const moves = points.filter((point, at) => at === 0 || distance(points[at - 1] as Point, point) > 0);
  const few = inStretches(evened(moves, tolerance), (stretch) => simplified(stretch, tolerance));
  return few.flatMap((point, at) => (isCorner(few, at, tolerance) ? [point, point] : [point]));
}

/** Takes the steps of the mouse's whole pixels out of a slow line. */
function evened(points: readonly Point[], tolerance: number): Point[] {
  return points.map((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return point;
    if (Math.max(distance(before, point), distance(point, after)) > NEAR * tolerance) return point;
    return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4 };
  });
}

/** Works on a line bit by bit: on all of a long scribble at once simplifying would take seconds. */
function inStretches(points: readonly Point[], work: (stretch: readonly Point[]) => Point[]): Point[] {
  const done: Point[] = points.slice(0, 1);
  for (let from = 0; from < points.length - 1; from += STRETCH) {
    done.push(...work(points.slice(from, from + STRETCH + 1)).slice(1));
  }
  return done;
}

/** Ramer, Douglas and Peucker: keeps a point only where the line without it would be too far off. */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let [farthest, most] = [-1, tolerance];
    for (let at = from + 1; at < to; at++) {
      const off = distanceToSegment(points[at] as Point, points[from] as Point, points[to] as Point);
      if (off > most) [farthest, most] = [at, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, at) => kept.has(at));
}

/** Where the line between its points is within the tolerance, a curve that bulges more was never drawn. */
function isCorner(points: readonly Point[], at: number, tolerance: number): boolean {
  const [before, point, after] = [points[at - 1], points[at] as Point, points[at + 1]];
  if (!before || !after) return false;
  const [length, other] = [distance(before, point), distance(point, after)];
  if (length === 0 || other === 0) return false;
  const cosine =
    ((point.x - before.x) * (after.x - point.x) + (point.y - before.y) * (after.y - point.y)) / length / other;
  const sineOfHalf = Math.sqrt(Math.max(0, (1 - cosine) / 2));
  return (Math.min(length, other) / 3) * sineOfHalf > BULGE * tolerance;
}

/** SVG path data of a round line through points, sharp where a point stands twice; empty when it goes nowhere. */
export function pathThrough(points: readonly Point[]): string {
  let d = '';
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1] as Point, points[at] as Point];
    if (from.x === to.x && from.y === to.y) continue;
    const [start, end] = [directionAt(points, at - 1), directionAt(points, at)];
    const out = { x: from.x + start.x / 3, y: from.y + start.y / 3 };
    const into = { x: to.x - end.x / 3, y: to.y - end.y / 3 };
    d ||= `M${pair(from)}`;
    d += `C${pair(out)} ${pair(into)} ${pair(to)}`;
  }
  return d;
}

/** Where the line runs at a point, as long as the shorter of its neighbours is away; nowhere at ends and corners. */
function directionAt(points: readonly Point[], at: number): Point {
  const [before, point, after] = [points[at - 1], points[at] as Point, points[at + 1]];
  const nowhere = { x: 0, y: 0 };
  if (!before || !after) return nowhere;
  const reach = Math.min(distance(before, point), distance(point, after));
  const whole = distance(before, after);
  if (reach === 0 || whole === 0) return nowhere;
  return { x: ((after.x - before.x) / whole) * reach, y: ((after.y - before.y) / whole) * reach };
}

function pair({ x, y }: Point): string {
  return `${hundredth(x)} ${hundredth(y)}`;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How far a point is from a line through points; one of a single point is a dot. */
export function distanceToLine(points: readonly Point[], point: Point): number {
  const [first] = points;
  if (!first) return Infinity;
  let nearest = distance(first, point);
  for (let at = 1; at < points.length; at++) {
    nearest = Math.min(nearest, distanceToSegment(point, points[at - 1] as Point, points[at] as Point));
  }
  return nearest;
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  if (square === 0) return distance(point, from);
  const along = Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / square));
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
