import type { Box, Point } from '@talkoot/board';

/** A line on which something snapped: at `at` on its axis, from one end to the other on the other axis. */
export interface Guide {
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

const SIZE = { x: 'width', y: 'height' } as const;
const OTHER = { x: 'y', y: 'x' } as const;

/**
 * How far a box must go so that an edge or its middle lies on one of the others', when that is within reach; and the
 * lines that show it. Each axis by itself.
 */
export function snap(box: Box, others: readonly Box[], reach: number): Point & { guides: Guide[] } {
  const x = nearest(box, others, 'x', reach);
  const y = nearest(box, others, 'y', reach);
  const moved = { ...box, x: box.x + (x ?? 0), y: box.y + (y ?? 0) };
  const guides = [
    ...(x === null ? [] : guidesOf(moved, others, 'x')),
    ...(y === null ? [] : guidesOf(moved, others, 'y')),
  ];
  return { x: x ?? 0, y: y ?? 0, guides };
}

function linesOf(box: Box, axis: 'x' | 'y'): [number, number, number] {
  const size = box[SIZE[axis]];
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

function nearest(box: Box, others: readonly Box[], axis: 'x' | 'y', reach: number): number | null {
  let best: number | null = null;
  for (const own of linesOf(box, axis)) {
    for (const other of others) {
      for (const line of linesOf(other, axis)) {
        const way = line - own;
        if (Math.abs(way) <= reach && (best === null || Math.abs(way) < Math.abs(best))) best = way;
      }
    }
  }
  return best;
}

/** One line for each edge that now lies on another's, as long as all that lie on it; of a middle only without edges. */
function guidesOf(box: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const [start, middle, end] = linesOf(box, axis);
  const edges = [start, end].flatMap((at) => guideAt(at, box, others, axis));
  return edges.length > 0 ? edges : guideAt(middle, box, others, axis);
}

function guideAt(at: number, box: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const across = OTHER[axis];
  const on = others.filter((other) => linesOf(other, axis).some((line) => Math.abs(line - at) < 0.01));
  if (on.length === 0) return [];
  const all = [box, ...on];
  const from = Math.min(...all.map((one) => one[across]));
  const to = Math.max(...all.map((one) => one[across] + one[SIZE[across]]));
  return [{ axis, at, from, to }];
}
