import { type BoardModel, type Box, boxAround, containsBox, grow, type Point, type Size } from '@talkoot/board';
import { meets } from './actions-move.ts';

/** Between things in a cluster, and between clusters, board units. */
export const WITHIN = 16;
const BETWEEN = 32;

/** Things that fill this much of their box stand together already. */
const FILLED = 0.45;

/** Do they stand side by side, near each other? Then they are left as people have put them. */
export function isTidy(boxes: readonly Box[]): boolean {
  const around = boxAround(boxes);
  if (!around || boxes.length < 2) return true;
  if (boxes.some((box, at) => boxes.slice(at + 1).some((other) => meets(box, other)))) return false;
  const filled = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  return filled >= FILLED * around.width * around.height;
}

/** Boxes of these sizes in about as many rows as columns, from 0,0. */
export function gridOf(sizes: readonly Size[]): Box[] {
  const columns = Math.ceil(Math.sqrt(sizes.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...sizes.filter((_size, at) => at % columns === column).map(({ width }) => width)),
  );
  const boxes: Box[] = [];
  let y = 0;
  for (let start = 0; start < sizes.length; start += columns) {
    const row = sizes.slice(start, start + columns);
    let x = 0;
    for (const [column, { width, height }] of row.entries()) {
      boxes.push({ x, y, width, height });
      x += (widths[column] ?? 0) + WITHIN;
    }
    y += Math.max(...row.map(({ height }) => height)) + WITHIN;
  }
  return boxes;
}

/** How much of a thing is seen above the next one of a stack. */
const SEEN = 0.35;

/** Boxes of these sizes one over the other, the beginning of each to be seen, from 0,0. */
export function stackOf(sizes: readonly Size[]): Box[] {
  let y = 0;
  return sizes.map(({ width, height }) => {
    const box = { x: 0, y, width, height };
    y += height * SEEN;
    return box;
  });
}

/** Looking for room around more things than this would take too long: then it is below them all. */
const MOST = 400;

/**
 * The corner nearest to `wish` where a box of this size lies over nothing that stands in the same frame: within the
 * frame if it has the room, else beyond its edge.
 */
export function freeArea(
  model: BoardModel,
  frame: string | null,
  { width, height }: Size,
  { wish, without, taken }: { wish: Point; without: ReadonlySet<string>; taken: readonly Box[] },
): Point {
  const others = model
    .childrenOf(frame)
    .filter(({ id }) => !without.has(id) && !model.kindOf(id)?.connects)
    .map(({ id }) => model.bounds(id) as Box);
  const walls = [...others, ...taken];
  const isFree = (at: Point): boolean => {
    const box = grow({ ...at, width, height }, WITHIN / 2);
    return !walls.some((wall) => meets(wall, box));
  };
  const around = boxAround(walls);
  if (!around || isFree(wish)) return { x: wish.x, y: wish.y };
  const below = { x: around.x, y: around.y + around.height + BETWEEN };
  if (walls.length > MOST) return below;
  const candidates = walls.flatMap((wall) => cornersAt(wall, { width, height }, wish)).filter(isFree);
  const area = frame === null ? undefined : model.box(frame);
  const inside = area ? candidates.filter((at) => containsBox(area, { ...at, width, height })) : candidates;
  return nearest(inside, wish) ?? nearest(candidates, wish) ?? below;
}

/** Beside a wall, at each of its four sides: level with it, or as near to the wish as it goes. */
function cornersAt(wall: Box, { width, height }: Size, wish: Point): Point[] {
  const right = wall.x + wall.width + BETWEEN;
  const left = wall.x - width - BETWEEN;
  const under = wall.y + wall.height + BETWEEN;
  const over = wall.y - height - BETWEEN;
  const xs = [wall.x, wish.x];
  const ys = [wall.y, wish.y];
  return [
    ...ys.flatMap((y) => [right, left].map((x) => ({ x, y }))),
    ...xs.flatMap((x) => [under, over].map((y) => ({ x, y }))),
    { x: right, y: under },
  ];
}

function nearest(points: readonly Point[], to: Point): Point | undefined {
  const far = ({ x, y }: Point): number => Math.hypot(x - to.x, y - to.y);
  return points.reduce<Point | undefined>((best, at) => (!best || far(at) < far(best) ? at : best), undefined);
}
