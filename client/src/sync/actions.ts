import {
  type BoardElement,
  type BoardModel,
  type Box,
  centreOf,
  containsPoint,
  orderAbove,
  orderBelow,
  type Place,
  placeInFrame,
  type Point,
  setField as setIn,
  type Size,
  tenth,
  wouldCycle,
} from '@talkoot/board';
import { ELEMENT_TYPES, setWords as setInLines } from '@talkoot/elements';
import type { Refusal, Scope } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import { inPortions } from './portions.ts';
import type { BoardSession } from './session.ts';

/**
 * What people do to elements, for the canvas, the bars and the outline alike. Each asks the person's rights
 * first and does what is allowed; the verdict tells the first reason why something was not done.
 */
export type Editing = Pick<
  BoardSession,
  'workshopId' | 'model' | 'may' | 'edit' | 'me' | 'document' | 'view' | 'own' | 'serverNow'
>;

/** Nothing stands against it. */
export const ALLOWED: Verdict = { allowed: true };

/** One field of one element to be set. */
export interface Setting {
  element: BoardElement;
  field: string;
  value: unknown;
}

/** Would all of these be allowed? The first refusal otherwise. */
export function verdictOf(session: Editing, changes: Iterable<readonly [Change, Scope]>): Verdict {
  for (const [change, scope] of changes) {
    const verdict = session.may(change, scope);
    if (!verdict.allowed) return verdict;
  }
  return ALLOWED;
}

/** Writes what is allowed, a document at a time, each element whole or not at all, and so each bundle that moves. */
export function applySettings(session: Editing, settings: readonly Setting[]): Verdict {
  let refused: Refusal | null = null;
  const written: Setting[] = [];
  for (const [, own] of Map.groupBy(settings, wholeOf(session.model, settings))) {
    const changes = own.map(({ element, field, value }): [Change, Scope] => [
      { type: 'set', id: element.id, field, value },
      element.scope,
    ]);
    const verdict = verdictOf(session, changes);
    if (verdict.allowed) written.push(...own);
    else refused ??= verdict.reason;
  }
  for (const [scope, own] of Map.groupBy(written, ({ element }) => element.scope)) {
    const portions = inPortions(own, ({ value }) => JSON.stringify(value)?.length ?? 0);
    session.edit(
      scope,
      portions.map((portion) => (doc) => {
        for (const { element, field, value } of portion) setIn(doc, element.id, field, value);
      }),
    );
  }
  return refused ? { allowed: false, reason: refused } : ALLOWED;
}

/** What of these settings is written together: that of one element, or of a bundle all of which moves. */
function wholeOf(model: BoardModel, settings: readonly Setting[]): (setting: Setting) => unknown {
  const moving = new Set(settings.filter(({ field }) => field === 'place').map(({ element }) => element.id));
  const whole = new Map<unknown, boolean>();
  return ({ element: { id } }) => {
    const members = model.bundleOf(id);
    if (members.size === 0) return id;
    if (!whole.has(members))
      whole.set(
        members,
        [...members].every((member) => moving.has(member)),
      );
    return whole.get(members) ? members : id;
  };
}

/** The elements of these ids that are there. */
export function elementsOfIds(model: BoardModel, ids: Iterable<string>): BoardElement[] {
  return [...ids].map((id) => model.get(id)).filter((element) => element !== undefined);
}

/** Leaves out what stands in a frame that is itself among the ids: it moves with its frame. */
export function withoutPassengers(model: BoardModel, ids: Iterable<string>): string[] {
  const chosen = new Set(ids);
  const carried = (id: string): boolean => {
    let frame = model.get(id)?.place.frame ?? null;
    for (let depth = 0; frame !== null && depth < 10; depth++) {
      if (chosen.has(frame)) return true;
      frame = model.get(frame)?.place.frame ?? null;
    }
    return false;
  };
  return [...chosen].filter((id) => model.get(id) && !carried(id));
}

/** What of these may be moved, a bundle only whole; `refused` is one of the others. Asked before a drag begins. */
export function movable(session: Editing, ids: Iterable<string>): { ids: string[]; refused: string | undefined } {
  const chosen = new Set(ids);
  const held = [...chosen].filter((id) => !mayMove(session, id).allowed);
  const holds = new Set(held.flatMap((id) => wholeIn(session.model, id, chosen)));
  return { ids: [...chosen].filter((id) => !holds.has(id)), refused: held[0] };
}

/** The bundle of an element if all of it was chosen, else only itself. */
function wholeIn(model: BoardModel, id: string, chosen: ReadonlySet<string>): string[] {
  const members = [...model.bundleOf(id)];
  return members.length > 0 && members.every((member) => chosen.has(member)) ? members : [id];
}

/** May this element be moved at all? */
export function mayMove(session: Editing, id: string): Verdict {
  const element = session.model.get(id);
  if (!element) return { allowed: false, reason: 'schema' };
  return session.may({ type: 'set', id, field: 'place', value: element.place }, element.scope);
}

/** May the words of this element be changed? */
export function mayWrite(session: Editing, id: string): Verdict {
  const element = session.model.get(id);
  if (!element || !session.model.kindOf(id)?.text) return { allowed: false, reason: 'schema' };
  return session.may({ type: 'text', id }, element.scope);
}

/**
 * The topmost frame under a point that is not among `without` nor inside one of them. What is in a document of its own
 * (`scope`) stands in frames of that document or of the board: others could not find another.
 */
export function frameAt(
  model: BoardModel,
  point: Point,
  without: ReadonlySet<string> = new Set(),
  scope?: Scope,
): string | null {
  let found: string | null = null;
  for (const frame of model.containers()) {
    const box = model.box(frame);
    if (without.has(frame) || !box || !containsPoint(box, point)) continue;
    const holder = model.get(frame)?.scope;
    if (scope !== undefined && holder !== 'board' && holder !== scope) continue;
    if ([...without].some((id) => wouldCycle(id, frame, model.places))) continue;
    if (found === null || model.rank(frame) > model.rank(found)) found = frame;
  }
  return found;
}

/** Moves elements by an offset inside the frames they stand in. */
export function moveBy(session: Editing, ids: Iterable<string>, dx: number, dy: number): Verdict {
  const settings = elementsOfIds(session.model, withoutPassengers(session.model, ids)).map((element) => ({
    element,
    field: 'place',
    value: shifted(element.place, dx, dy),
  }));
  return applySettings(session, settings);
}

/** Puts one element's corner at a point of the board, in the frame it stands in. */
export function moveTo(session: Editing, id: string, point: Point): Verdict {
  if (!session.model.box(id)) return { allowed: false, reason: 'schema' };
  return placeAt(session, new Map([[id, point]]));
}

/** Puts corners of elements at points of the board, each in the frame it stands in, in one step. */
export function placeAt(session: Editing, spots: ReadonlyMap<string, Point>): Verdict {
  const settings = elementsOfIds(session.model, spots.keys()).map((element): Setting => {
    const box = session.model.box(element.id) as Box;
    const spot = spots.get(element.id) as Point;
    return { element, field: 'place', value: shifted(element.place, spot.x - box.x, spot.y - box.y) };
  });
  return applySettings(session, settings);
}

/** The end of a drag: moves elements by an offset, each into the frame on which its middle comes to lie. */
export function dropBy(session: Editing, ids: Iterable<string>, dx: number, dy: number): Verdict {
  const roots = withoutPassengers(session.model, ids);
  const moving = new Set(roots);
  const settings = elementsOfIds(session.model, roots).map((element): Setting => {
    return { element, field: 'place', value: placeAfter(session.model, element, { x: dx, y: dy }, moving) };
  });
  return applySettings(session, settings);
}

/** Where an element stands when it is put down so far away, in the frame under its middle but none of `without`. */
export function placeAfter(
  model: BoardModel,
  { id, place, scope }: Pick<BoardElement, 'id' | 'place' | 'scope'>,
  by: Point,
  without?: ReadonlySet<string>,
): Place {
  const box = model.box(id) as Box;
  const at = { x: box.x + by.x, y: box.y + by.y };
  const frame = frameAt(model, centreOf({ ...box, ...at }), without, scope);
  if (frameExists(model, place.frame) === frame) return shifted(place, by.x, by.y);
  return rounded(placeInFrame({ frame: null, ...at }, frame, model.places));
}

function frameExists(model: BoardModel, frame: string | null): string | null {
  return frame !== null && model.get(frame) ? frame : null;
}

function shifted(place: Place, dx: number, dy: number): Place {
  return rounded({ frame: place.frame, x: place.x + dx, y: place.y + dy });
}

function rounded(place: Place): Place {
  return { frame: place.frame, x: tenth(place.x), y: tenth(place.y) };
}

/** Gives an element another box on the board; what stands in it stays where it is seen. */
export function resize(session: Editing, id: string, box: Box): Verdict {
  const element = session.model.get(id);
  if (!element) return { allowed: false, reason: 'schema' };
  const size: Size = { width: Math.max(1, tenth(box.width)), height: Math.max(1, tenth(box.height)) };
  const place = rounded(
    placeInFrame(
      { frame: null, x: box.x, y: box.y },
      frameExists(session.model, element.place.frame),
      session.model.places,
    ),
  );
  return applySettings(session, [
    { element, field: 'size', value: size },
    { element, field: 'place', value: place },
    ...staying(session.model, element, { x: place.x - element.place.x, y: place.y - element.place.y }),
  ]);
}

/** Places are counted from the frame's corner: when that moves by itself, its content is placed anew. */
function staying(model: BoardModel, { id }: BoardElement, by: Point): Setting[] {
  if (by.x === 0 && by.y === 0) return [];
  return model
    .childrenOf(id)
    .map((element) => ({ element, field: 'place', value: shifted(element.place, -by.x, -by.y) }));
}

/** Turns elements to these angles about their middles, degrees. */
export function setTurn(session: Editing, angles: ReadonlyMap<string, number>): Verdict {
  const settings = elementsOfIds(session.model, angles.keys()).map((element): Setting => {
    return { element, field: 'rotation', value: angles.get(element.id) };
  });
  return applySettings(session, settings);
}

/** Sets a field of every element whose kind has it. */
export function setField(session: Editing, ids: Iterable<string>, field: string, value: unknown): Verdict {
  const settings = elementsOfIds(session.model, ids)
    .filter((element) => Object.hasOwn(session.model.kinds.get(element.kind)?.fields ?? {}, field))
    .map((element) => ({ element, field, value }));
  return applySettings(session, settings);
}

/** Puts elements into a frame (null: onto the board): where they are if that lies in it, else at a free spot. */
export function moveToFrame(session: Editing, ids: Iterable<string>, frame: string | null): Verdict {
  const { model } = session;
  const taken: Box[] = [];
  const settings = elementsOfIds(model, withoutPassengers(model, ids)).map((element): Setting => {
    const box = model.box(element.id) as Box;
    const area = frame === null ? undefined : model.box(frame);
    const stays = !area || containsPoint(area, centreOf(box));
    const spot = stays || frame === null ? box : freeSpot(model, frame, element.size, taken);
    taken.push({ ...spot, ...element.size });
    return {
      element,
      field: 'place',
      value: rounded(placeInFrame({ frame: null, x: spot.x, y: spot.y }, frame, model.places)),
    };
  });
  return applySettings(session, settings);
}

const GAP = 16;
/** Room for a frame's title, however small the title is. */
const HEAD = 72;

/** How far down a frame's own words reach that begin at its top: what is put into it stands below them. */
function headOf(element: BoardElement): number {
  const blocks = ELEMENT_TYPES.get(element.kind)?.words?.(element, { nameOf: () => '' }) ?? [];
  const ends = blocks.map((block) => {
    const { y, layout } = setInLines(block);
    return y + layout.height + GAP / 2;
  });
  return Math.max(HEAD, ...ends.filter((end) => end < element.size.height / 2));
}

/** The first place in a frame, in reading order, that nothing stands on; its end when it is full. */
export function freeSpot(model: BoardModel, frame: string, size: Size, taken: readonly Box[] = []): Point {
  const area = model.box(frame) as Box;
  const element = model.get(frame);
  const head = element ? headOf(element) : HEAD;
  const others = [...model.childrenOf(frame).map(({ id }) => model.box(id) as Box), ...taken];
  const top = area.y + Math.min(head, Math.max(GAP, area.height - size.height));
  const left = area.x + GAP;
  for (let y = top; y + size.height <= area.y + area.height; y += size.height + GAP) {
    for (let x = left; x + size.width <= area.x + area.width; x += size.width + GAP) {
      if (!others.some((other) => meets(other, { x, y, ...size }))) return { x, y };
    }
  }
  const step = (others.length % 8) * 14;
  return { x: left + step, y: top + step };
}

/** Boxes that share more than an edge. */
export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Above or below everything that stands in the same frame. */
export function bringTo(session: Editing, ids: Iterable<string>, end: 'front' | 'back'): Verdict {
  const { model } = session;
  const sorted = model.sortByRank(elementsOfIds(model, ids).map(({ id }) => id));
  if (end === 'back') sorted.reverse();
  const keys = new Map<string | null, string[]>();
  const settings = elementsOfIds(model, sorted).map((element): Setting => {
    const frame = element.place.frame;
    const known = keys.get(frame) ?? model.childrenOf(frame).map(({ order }) => order);
    const order = end === 'front' ? orderAbove(known) : orderBelow(known);
    keys.set(frame, [...known, order]);
    return { element, field: 'order', value: order };
  });
  return applySettings(session, settings);
}
