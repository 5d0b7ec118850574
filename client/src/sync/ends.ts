import { type BoardElement, type BoardModel, type End, type Point, setField, type Side, tenth } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import type { Verdict } from '@talkoot/rights';
import type { Editing } from './actions.ts';
import { type AddResult, type Addition, addElements } from './actions-add.ts';

/** Where somebody puts an end: on an element, or at a point of the board. */
export interface EndTo {
  element: string | null;
  side: Side | null;
  point: Point;
}

/** An end in the middle of an element, wherever the line comes in best. */
export function endOn(model: BoardModel, id: string, side: Side | null = null): EndTo {
  const box = model.box(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { element: id, side, point: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** The fields of an element's end, counted from the corner of its place. */
export function endFrom({ element, side, point }: EndTo, corner: Point): End {
  return { element, side, x: tenth(point.x - corner.x), y: tenth(point.y - corner.y) };
}

/** What to add so that a new element of a kind that connects runs between two ends. */
export function additionBetween(
  { model }: Editing,
  type: ElementType,
  from: EndTo,
  to: EndTo,
  fields?: Record<string, unknown>,
): Addition {
  const [first, second] = type.connects?.ends ?? ['from', 'to'];
  const corner = { x: Math.round(from.point.x), y: Math.round(from.point.y) };
  const size = {
    width: Math.max(1, Math.abs(to.point.x - from.point.x)),
    height: Math.max(1, Math.abs(to.point.y - from.point.y)),
  };
  const frames = [from, to].map(({ element }) => (element === null ? null : (model.get(element)?.place.frame ?? null)));
  return {
    type,
    at: { ...corner, size },
    // It belongs to a frame only when both of what it joins do.
    frame: frames[0] === frames[1] ? (frames[0] ?? null) : null,
    fields: { ...fields, [first]: endFrom(from, corner), [second]: endFrom(to, corner) },
  };
}

/** Runs a new element of a kind that connects through elements, one after another. */
export function connectAll(session: Editing, type: ElementType, ids: readonly string[]): AddResult {
  const solid = ids.filter((id) => session.model.get(id) && !session.model.kindOf(id)?.connects);
  const additions = solid.slice(1).map((id, index) => {
    const before = endOn(session.model, solid[index] as string);
    return additionBetween(session, type, before, endOn(session.model, id));
  });
  return addElements(session, additions);
}

/** Puts one end of an element elsewhere. */
export function setEnd(session: Editing, id: string, index: 0 | 1, to: EndTo): Verdict {
  const element = session.model.get(id);
  const field = session.model.kindOf(id)?.connects?.ends[index];
  if (!element || !field) return { allowed: false, reason: 'schema' };
  const value = endFrom(to, session.model.cornerOf(element));
  const verdict = session.may({ type: 'set', id, field, value }, element.scope);
  if (verdict.allowed) session.edit(element.scope, (doc) => setField(doc, id, field, value));
  return verdict;
}

/** The fields of an element with the points of its ends where they are now, for when they come off. */
export function endsAsSeen(model: BoardModel, element: BoardElement): Record<string, unknown> {
  const connects = model.kinds.get(element.kind)?.connects;
  const ends = connects && element.route && [element.route.points[0], element.route.points.at(-1)];
  if (!connects || !ends) return element.fields;
  const corner = model.cornerOf(element);
  const fields = { ...element.fields };
  for (const [index, name] of connects.ends.entries()) {
    const at = ends[index] as Point;
    fields[name] = { ...(fields[name] as End), x: tenth(at.x - corner.x), y: tenth(at.y - corner.y) };
  }
  return fields;
}
