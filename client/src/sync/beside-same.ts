import type { BoardModel, Box, Point } from '@talkoot/board';
import { BESIDE } from './actions-add.ts';

/** A new element whose corner is so near to another's, of the same size, would hide it. Board units. */
const HIDES = 12;

/**
 * By how much new elements, of which `first` is one, must go down and to the right so that they do not lie exactly on
 * others, as copies would that are pasted where they were copied.
 */
export function besideSame(model: BoardModel, first: Box): Point {
  const same = [...model.all()].flatMap(({ id }) => {
    const box = model.box(id);
    return box && near(box.width, first.width, 1) && near(box.height, first.height, 1) ? [box] : [];
  });
  let off = 0;
  while (same.some(({ x, y }) => near(x, first.x + off, HIDES) && near(y, first.y + off, HIDES))) off += BESIDE;
  return { x: off, y: off };
}

function near(a: number, b: number, reach: number): boolean {
  return Math.abs(a - b) <= reach;
}
