import {
  type BoardElement,
  type Box,
  centreOf,
  inRows,
  isFrame,
  orderAfter,
  orderBelow,
  type Point,
  readingSiblings,
} from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { applySettings, type Editing } from './actions.ts';
import { placeAt } from './actions-move.ts';

/** With whom an element would change places, one earlier or later among those that are read beside it; null at an end. */
export function readingNeighbour(session: Editing, id: string, way: -1 | 1): BoardElement | null {
  const { model } = session;
  const kind = model.kindOf(id);
  // A line stands where its ends are.
  if (!kind || kind.connects) return null;
  const siblings = readingSiblings(model, id).filter((one) => !model.kindOf(one.id)?.connects);
  const at = siblings.findIndex((one) => one.id === id);
  const other = siblings[at + way];
  return other && isFrame(model.kindOf(other.id)) === isFrame(kind) ? other : null;
}

/**
 * Moves an element one earlier or later in the order in which the board is read: a frame by its order among the
 * frames, anything else by changing places with its neighbour.
 */
export function moveInReading(session: Editing, id: string, way: -1 | 1): Verdict {
  const { model } = session;
  const element = model.get(id);
  const other = readingNeighbour(session, id, way);
  if (!element || !other) return { allowed: false, reason: 'schema' };
  if (!isFrame(model.kindOf(id))) return placeAt(session, swapped(session, id, other.id));
  const siblings = readingSiblings(model, id);
  const keys = siblings.filter((one) => one.id !== id).map(({ order }) => order);
  const frames = siblings.filter((one) => isFrame(model.kindOf(one.id)));
  const before = way > 0 ? other : frames[frames.indexOf(other) - 1];
  const order = before ? orderAfter(before.order, keys) : orderBelow(keys);
  return applySettings(session, [{ element, field: 'order', value: order }]);
}

/** Where both corners come: each to the other's, or, where that would not change who is read first, middle to middle. */
function swapped(session: Editing, id: string, other: string): Map<string, Point> {
  const { model } = session;
  const [a, b] = [model.box(id) as Box, model.box(other) as Box];
  const corners = new Map([
    [id, { x: b.x, y: b.y }],
    [other, { x: a.x, y: a.y }],
  ]);
  const boxOf = (one: BoardElement): Box => {
    const box = model.box(one.id) as Box;
    return { ...box, ...corners.get(one.id) };
  };
  const siblings = readingSiblings(model, id);
  const first = (list: readonly BoardElement[]): string | undefined =>
    list.find((one) => one.id === id || one.id === other)?.id;
  if (first(inRows(siblings, boxOf)) !== first(siblings)) return corners;
  const [from, to] = [centreOf(a), centreOf(b)];
  return new Map([
    [id, { x: to.x - a.width / 2, y: to.y - a.height / 2 }],
    [other, { x: from.x - b.width / 2, y: from.y - b.height / 2 }],
  ]);
}
