import { type Box, grow, lineMeets, outwards, type Point, type Side } from '@talkoot/board';

/** An end with the way out of what it is attached to. */
export interface Exit {
  point: Point;
  side: Side;
  box: Box | null;
}

/** How far a line keeps from what it goes round. */
const CLEAR = 24;
/** Ends so near each other are joined the short way all the same: going round would end in a loop. */
const TIGHT = 4;
/** A bend costs as much as so much way. */
const BEND = 120;

/** Corners of a line of level and upright pieces from one end to the other, round both boxes. */
export function elbowPoints(from: Exit, to: Exit): Point[] {
  const found = facing(from, to) ?? cornering(from, to) ?? around(from, to);
  return withoutIdle([from.point, ...found, to.point]);
}

/** Ends that look at each other with room between: one step half-way. */
function facing({ point: p, side }: Exit, { point: q, side: other }: Exit): Point[] | null {
  const [out, back] = [outwards(side), outwards(other)];
  if (out.x + back.x !== 0 || out.y + back.y !== 0) return null;
  if ((q.x - p.x) * out.x + (q.y - p.y) * out.y < TIGHT) return null;
  const middle = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
  if (out.x === 0)
    return [
      { x: p.x, y: middle.y },
      { x: q.x, y: middle.y },
    ];
  return [
    { x: middle.x, y: p.y },
    { x: middle.x, y: q.y },
  ];
}

/** Ends at right angles, each before the other: one corner. */
function cornering({ point: p, side }: Exit, { point: q, side: other }: Exit): Point[] | null {
  const [out, back] = [outwards(side), outwards(other)];
  if (out.x * back.x + out.y * back.y !== 0) return null;
  const ahead = (q.x - p.x) * out.x + (q.y - p.y) * out.y;
  const behind = (p.x - q.x) * back.x + (p.y - q.y) * back.y;
  if (ahead < TIGHT || behind < TIGHT) return null;
  return [out.x === 0 ? { x: p.x, y: q.y } : { x: q.x, y: p.y }];
}

/** A step of the search: where, and from which direction it was come to. */
interface Step {
  at: Point;
  way: Point;
  cost: number;
  before: Step | null;
}

const WAYS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: -1 },
];

/**
 * The cheapest way, by length and bends, over the lines that matter: those just clear of both boxes and those half-way
 * between (Dijkstra over at most 8 by 8 crossings; compare Wybrow, Marriott and Stuckey, "Orthogonal Connector
 * Routing", 2009).
 */
function around(from: Exit, to: Exit): Point[] {
  const start = stub(from);
  const goal = stub(to);
  const walls = [from.box, to.box].filter((box) => box !== null).map((box) => grow(box, -1));
  const xs = linesOf(from, to, start, goal, 'x');
  const ys = linesOf(from, to, start, goal, 'y');
  const blocked = (a: Point, b: Point): boolean => walls.some((wall) => lineMeets([a, b], wall));
  const last = outwards(to.side);
  const open = new Map<string, Step>();
  const closed = new Set<string>();
  open.set(keyOf(start, outwards(from.side)), { at: start, way: outwards(from.side), cost: 0, before: null });
  for (let step = cheapest(open); step; step = cheapest(open)) {
    const key = keyOf(step.at, step.way);
    open.delete(key);
    closed.add(key);
    if (step.at.x === goal.x && step.at.y === goal.y) return pointsTo(step);
    for (const next of stepsFrom(step, xs, ys)) {
      const nextKey = keyOf(next.at, next.way);
      if (closed.has(nextKey) || blocked(step.at, next.at)) continue;
      const arrives = next.at.x === goal.x && next.at.y === goal.y;
      if (arrives && (next.way.x !== -last.x || next.way.y !== -last.y)) next.cost += BEND;
      const known = open.get(nextKey);
      if (!known || known.cost > next.cost) open.set(nextKey, next);
    }
  }
  // Boxes that lie over each other leave no way round.
  return [start, { x: goal.x, y: start.y }, goal];
}

function stub({ point, side }: Exit): Point {
  const out = outwards(side);
  return { x: point.x + out.x * CLEAR, y: point.y + out.y * CLEAR };
}

function linesOf(from: Exit, to: Exit, start: Point, goal: Point, axis: 'x' | 'y'): number[] {
  const size = axis === 'x' ? 'width' : 'height';
  const lines = [start[axis], goal[axis], (from.point[axis] + to.point[axis]) / 2];
  for (const { box } of [from, to]) if (box) lines.push(box[axis] - CLEAR, box[axis] + box[size] + CLEAR);
  return [...new Set(lines)].sort((a, b) => a - b);
}

function* stepsFrom(step: Step, xs: readonly number[], ys: readonly number[]): Iterable<Step> {
  const [column, row] = [xs.indexOf(step.at.x), ys.indexOf(step.at.y)];
  for (const way of WAYS) {
    if (way.x === -step.way.x && way.y === -step.way.y) continue;
    const at = { x: xs[column + way.x], y: ys[row + way.y] };
    if (at.x === undefined || at.y === undefined) continue;
    const length = Math.abs(at.x - step.at.x) + Math.abs(at.y - step.at.y);
    const bend = way.x === step.way.x && way.y === step.way.y ? 0 : BEND;
    yield { at: at as Point, way, cost: step.cost + length + bend, before: step };
  }
}

function cheapest(open: ReadonlyMap<string, Step>): Step | undefined {
  let best: Step | undefined;
  for (const step of open.values()) if (!best || step.cost < best.cost) best = step;
  return best;
}

function keyOf(at: Point, way: Point): string {
  return `${at.x} ${at.y} ${way.x} ${way.y}`;
}

function pointsTo(step: Step): Point[] {
  const points: Point[] = [];
  for (let one: Step | null = step; one; one = one.before) points.unshift(one.at);
  return points;
}

/** Leaves out points at which the line does not turn. */
function withoutIdle(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && near(last.x, point.x) && near(last.y, point.y)) continue;
    const straight = before && last && (isLine(before.x, last.x, point.x) || isLine(before.y, last.y, point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  if (kept.length === 1) kept.push(points.at(-1) as Point);
  return kept;
}

function isLine(a: number, b: number, c: number): boolean {
  return near(a, b) && near(b, c);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.5;
}
