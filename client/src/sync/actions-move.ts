import {
  absolutePoint,
  type BoardElement,
  type BoardModel,
  type Box,
  boxAround,
  centreOf,
  containsPoint,
  orderAbove,
  orderBelow,
  type Place,
  placeInFrame,
  type Point,
  type Size,
} from '@talkoot/board';
import { ELEMENT_TYPES, setWords as setInLines } from '@talkoot/elements';
import type { Verdict } from '@talkoot/rights';
import {
  applySettings,
  type Editing,
  elementsOfIds,
  frameAt,
  frameExists,
  rounded,
  type Setting,
  shifted,
} from './actions.ts';

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
  const middle = centreOf(model.box(id) as Box);
  const at = { x: middle.x + by.x, y: middle.y + by.y };
  const frame = frameAt(model, at, without, scope, model.kindOf(id)?.container);
  if (frameExists(model, place.frame) === frame) return shifted(place, by.x, by.y);
  return placedIn(model, place, frame, by);
}

/** The same spot of the board or one so far away, counted from another frame. The box may begin elsewhere. */
export function placedIn(model: BoardModel, place: Place, frame: string | null, by: Point): Place {
  const { x, y } = absolutePoint(place, model.places);
  return rounded(placeInFrame({ frame: null, x: x + by.x, y: y + by.y }, frame, model.places));
}

/** Turns elements to these angles about their middles, degrees. */
export function setTurn(session: Editing, angles: ReadonlyMap<string, number>): Verdict {
  const settings = elementsOfIds(session.model, angles.keys()).map((element): Setting => {
    return { element, field: 'rotation', value: angles.get(element.id) };
  });
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
    const by = { x: spot.x - box.x, y: spot.y - box.y };
    return { element, field: 'place', value: placedIn(model, element.place, frame, by) };
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
  if (model.kindOf(frame)?.gathers) return nextSpot(model, frame, size, taken);
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

/** The next free cell of what gathers, which grows with it: about as many rows as columns. */
function nextSpot(model: BoardModel, frame: string, size: Size, taken: readonly Box[]): Point {
  const inside = [...model.childrenOf(frame).map(({ id }) => model.bounds(id) as Box), ...taken];
  const content = boxAround(inside);
  const area = model.box(frame) as Box;
  const start = content ?? { x: area.x + GAP, y: area.y + HEAD, width: 0, height: 0 };
  const columns = Math.ceil(Math.sqrt(inside.length + 1));
  const right = Math.max(start.x + start.width, start.x + columns * size.width + (columns - 1) * GAP);
  for (let y = start.y; ; y += size.height + GAP) {
    for (let x = start.x; x + size.width <= right + 1; x += size.width + GAP) {
      if (!inside.some((other) => meets(other, { x, y, ...size }))) return { x, y };
    }
  }
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
