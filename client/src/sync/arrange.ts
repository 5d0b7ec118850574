import { type Box, boxAround, centreOf, type Point } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { type Editing, placeAt, withoutPassengers } from './actions.ts';

/** Ways to put several elements in order. */
export const ARRANGEMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'row', 'column', 'tidy'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Space between what was tidied up. */
const GAP = 20;

interface Placed {
  id: string;
  box: Box;
}

/** Puts elements in order, frames with their content, in one step. Fewer than two stay as they are. */
export function arrange(session: Editing, ids: Iterable<string>, how: Arrangement): Verdict {
  const placed = withoutPassengers(session.model, ids).flatMap((id): Placed[] => {
    const box = session.model.box(id);
    // A line follows what it hangs on.
    return box && !session.model.kindOf(id)?.connects ? [{ id, box }] : [];
  });
  return placed.length < 2 ? { allowed: true } : placeAt(session, spotsOf(placed, how));
}

/** Where each element's corner goes. */
function spotsOf(placed: readonly Placed[], how: Arrangement): Map<string, Point> {
  if (how === 'row') return spread(placed, 'x', 'width');
  if (how === 'column') return spread(placed, 'y', 'height');
  if (how === 'tidy') return grid(placed);
  const around = boxAround(placed.map(({ box }) => box)) as Box;
  return new Map(placed.map(({ id, box }) => [id, aligned(box, around, how)]));
}

function aligned(box: Box, around: Box, how: Exclude<Arrangement, 'row' | 'column' | 'tidy'>): Point {
  const middle = centreOf(around);
  switch (how) {
    case 'left':
      return { x: around.x, y: box.y };
    case 'centre':
      return { x: middle.x - box.width / 2, y: box.y };
    case 'right':
      return { x: around.x + around.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: around.y };
    case 'middle':
      return { x: box.x, y: middle.y - box.height / 2 };
    case 'bottom':
      return { x: box.x, y: around.y + around.height - box.height };
  }
}

/** Equal space between neighbours; the outermost stay. */
function spread(placed: readonly Placed[], axis: 'x' | 'y', size: 'width' | 'height'): Map<string, Point> {
  const sorted = [...placed].sort((a, b) => centreOf(a.box)[axis] - centreOf(b.box)[axis]);
  const around = boxAround(sorted.map(({ box }) => box)) as Box;
  const filled = sorted.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (around[size] - filled) / (sorted.length - 1);
  let next = around[axis];
  return new Map(
    sorted.map(({ id, box }) => {
      const spot = { x: box.x, y: box.y, [axis]: next };
      next += box[size] + gap;
      return [id, spot];
    }),
  );
}

/** Rows as they roughly are, made straight; a heap becomes about as many rows as columns. */
function grid(placed: readonly Placed[]): Map<string, Point> {
  const around = boxAround(placed.map(({ box }) => box)) as Box;
  const rows = rowsOf(placed);
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.box.width ?? 0)),
  );
  const spots = new Map<string, Point>();
  let { y } = around;
  for (const row of rows) {
    let { x } = around;
    for (const [column, { id }] of row.entries()) {
      spots.set(id, { x, y });
      x += (widths[column] ?? 0) + GAP;
    }
    y += Math.max(...row.map(({ box }) => box.height)) + GAP;
  }
  return spots;
}

function rowsOf(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const one of [...placed].sort((a, b) => centreOf(a.box).y - centreOf(b.box).y)) {
    const first = rows.at(-1)?.[0];
    const near = first && Math.abs(centreOf(one.box).y - centreOf(first.box).y) < first.box.height / 2;
    if (near) rows.at(-1)?.push(one);
    else rows.push([one]);
  }
  const most = Math.ceil(Math.sqrt(placed.length)) * 2;
  const straight = rows.map((row) => row.sort((a, b) => a.box.x - b.box.x));
  if (straight.every((row) => row.length <= most) && straight.length <= most) return straight;
  const all = straight.flat();
  const columns = Math.ceil(Math.sqrt(all.length));
  return Array.from({ length: Math.ceil(all.length / columns) }, (_, row) =>
    all.slice(row * columns, (row + 1) * columns),
  );
}
