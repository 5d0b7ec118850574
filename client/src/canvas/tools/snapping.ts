import type { Box, Point } from '@talkoot/board';
import type { CanvasController } from '../controller.ts';
import type { Handle } from '../handles.ts';

/** What is dragged snaps to lines so near, CSS pixels. */
export const SNAP_REACH = 6;
/** With more elements in view than this, lines are everywhere and nothing snaps. */
const MOST_TO_SNAP = 300;

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

/** How far the edges that a handle pulls must go to lie on lines of others within reach. */
export function snapEdges(box: Box, handle: Handle, others: readonly Box[], reach: number): Point {
  const { x, y } = edgesOf(box, handle);
  return {
    x: x === null ? 0 : (nearestOf([x], others, 'x', reach) ?? 0),
    y: y === null ? 0 : (nearestOf([y], others, 'y', reach) ?? 0),
  };
}

/** The lines on which the edges lie that a handle has pulled. */
export function edgeGuides(box: Box, handle: Handle, others: readonly Box[]): Guide[] {
  const { x, y } = edgesOf(box, handle);
  return [...(x === null ? [] : guideAt(x, box, others, 'x')), ...(y === null ? [] : guideAt(y, box, others, 'y'))];
}

function edgesOf(box: Box, handle: Handle): { x: number | null; y: number | null } {
  const right = handle.includes('e') ? box.x + box.width : null;
  const bottom = handle.includes('s') ? box.y + box.height : null;
  return { x: handle.includes('w') ? box.x : right, y: handle.includes('n') ? box.y : bottom };
}

/** Boxes in view that stay where they are while others move: what these snap to. */
export function standing(canvas: CanvasController, moving: ReadonlySet<string>): Box[] {
  const view = canvas.camera.view();
  if (canvas.scene.index.count(view) > MOST_TO_SNAP) return [];
  const ids = canvas.scene.index.search(view).filter((id) => !moving.has(id) && !canvas.model.kindOf(id)?.connects);
  return ids.map((id) => canvas.model.box(id)).filter((box) => box !== undefined);
}

function linesOf(box: Box, axis: 'x' | 'y'): [number, number, number] {
  const size = box[SIZE[axis]];
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

function nearest(box: Box, others: readonly Box[], axis: 'x' | 'y', reach: number): number | null {
  return nearestOf(linesOf(box, axis), others, axis, reach);
}

function nearestOf(lines: readonly number[], others: readonly Box[], axis: 'x' | 'y', reach: number): number | null {
  let best: number | null = null;
  for (const own of lines) {
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
