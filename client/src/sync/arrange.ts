import { type BoardModel, type Box, boxAround, centreOf, type Point } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import type { Editing } from './actions.ts';
import { placeAt } from './actions-move.ts';
import { unitsOf } from './bundles.ts';

/** Ways to put several elements in order. */
export const ARRANGEMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'row', 'column', 'tidy'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Space between what was tidied up. */
const GAP = 20;

/** What is put in order as one: an element, or a bundle. */
interface Placed {
  ids: string[];
  box: Box;
}

/** Puts elements in order, frames with their content, in one step. Fewer than two stay as they are. */
export function arrange(session: Editing, ids: Iterable<string>, how: Arrangement): Verdict {
  const placed = placedOf(session.model, ids);
  if (placed.length < 2) return { allowed: true };
  const spots = new Map<string, Point>();
  for (const [{ ids, box }, { x, y }] of spotsOf(placed, how)) {
    for (const id of ids) {
      const own = session.model.box(id) as Box;
      spots.set(id, { x: own.x + x - box.x, y: own.y + y - box.y });
    }
  }
  return placeAt(session, spots);
}

/** Bars ask with every picture: of more elements than this some are always apart. */
const MOST_ASKED = 300;

/** Are there two or more to be put in order? */
export function canArrange(model: BoardModel, ids: readonly string[]): boolean {
  return ids.length > MOST_ASKED || placedOf(model, ids).length > 1;
}

function placedOf(model: BoardModel, ids: Iterable<string>): Placed[] {
  return unitsOf(model, ids).flatMap((unit): Placed[] => {
    // A line follows what it hangs on.
    const solid = unit.filter((id) => !model.kindOf(id)?.connects);
    const box = boxAround(solid.map((id) => model.box(id)).filter((own) => own !== undefined));
    return box ? [{ ids: solid, box }] : [];
  });
}

/** Where each element's corner goes. */
function spotsOf(placed: readonly Placed[], how: Arrangement): Map<Placed, Point> {
  if (how === 'row') return spread(placed, 'x', 'width');
  if (how === 'column') return spread(placed, 'y', 'height');
  if (how === 'tidy') return grid(placed);
  const around = boxAround(placed.map(({ box }) => box)) as Box;
  return new Map(placed.map((one) => [one, aligned(one.box, around, how)]));
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
function spread(placed: readonly Placed[], axis: 'x' | 'y', size: 'width' | 'height'): Map<Placed, Point> {
  const sorted = [...placed].sort((a, b) => centreOf(a.box)[axis] - centreOf(b.box)[axis]);
  const around = boxAround(sorted.map(({ box }) => box)) as Box;
  const filled = sorted.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (around[size] - filled) / (sorted.length - 1);
  let next = around[axis];
  return new Map(
    sorted.map((one) => {
      const spot = { x: one.box.x, y: one.box.y, [axis]: next };
      next += one.box[size] + gap;
      return [one, spot];
    }),
  );
}

/** Rows as they roughly are, made straight; a heap becomes about as many rows as columns. */
function grid(placed: readonly Placed[]): Map<Placed, Point> {
  const around = boxAround(placed.map(({ box }) => box)) as Box;
  const rows = rowsOf(placed);
  const columns = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.box.width ?? 0)),
  );
  const spots = new Map<Placed, Point>();
  let { y } = around;
  for (const row of rows) {
    let { x } = around;
    for (const [column, one] of row.entries()) {
      spots.set(one, { x, y });
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
