import type * as Y from 'yjs';
import { type ElementData, elementsOf, type NewElement, readElement, textOf } from './element.ts';
import { COMMON_FIELDS, type Place } from './fields.ts';
import { absolutePoint, deleteElements, framesAround, type PlaceLookup } from './frames.ts';
import type { FieldSpec, KindRegistry } from './kind.ts';
import { isSame } from './same.ts';
import { diffRuns, type RunsOp } from './words.ts';

/** An element that is there, and what makes it what it was. */
export interface RestoredElement {
  id: string;
  fields: Readonly<Record<string, unknown>>;
  /** Fields that it did not have. */
  gone: readonly string[];
  words: readonly RunsOp[];
}

/** What makes a board, or one frame of it, into what it was in a version. */
export interface Restoring {
  /** To be made again under their old names, what owns others before these. */
  created: NewElement[];
  /**
   * To be written before the changes. Containers on the way to or from frames stand on the board itself meanwhile,
   * where they cannot form a ring; what a field is taken for is said, so that a step back finds a value to come back to.
   */
  prepared: RestoredElement[];
  changed: RestoredElement[];
  /** Elements that the version has not, what stands in a frame before the frame. */
  removed: string[];
}

type Elements = ReadonlyMap<string, ElementData>;

/**
 * Compares a board with a version of it. With a `frame` only that one and what stands in it, now or then: what came
 * in from elsewhere goes back there, what was carried out comes back, and the frame stays where it is now. What does
 * not parse here or there is left alone.
 */
export function planRestoring(now: Y.Doc, version: Y.Doc, kinds: KindRegistry, frame: string | null = null): Restoring {
  const [current, then] = [readAll(now, kinds), readAll(version, kinds)];
  const plan: Restoring = { created: [], prepared: [], changed: [], removed: [] };
  if (frame !== null && !then.has(frame)) return plan;
  const goal = frame === null ? then : goalOfFrame(current, then, frame);
  const concerned = frame === null ? current.keys() : insideOf(current, frame);
  for (const id of byDepth(goal, goal.keys())) {
    const target = goal.get(id) as ElementData;
    const before = current.get(id);
    if (before && canBecome(before, target, kinds)) restoreOne(plan, before, target, { kinds, then, now });
    else plan.created.push(asNew(target));
  }
  plan.removed = byDepth(
    current,
    [...concerned].filter((id) => !goal.has(id)),
  ).reverse();
  return plan;
}

function readAll(doc: Y.Doc, kinds: KindRegistry): Elements {
  const elements = new Map<string, ElementData>();
  for (const [id, map] of elementsOf(doc)) {
    const element = readElement(id, map, kinds);
    if (element) elements.set(id, element);
  }
  return elements;
}

function placesOf(elements: Elements): PlaceLookup {
  return (id) => elements.get(id)?.place;
}

/** Everything that stands in a frame, however deep. */
function insideOf(elements: Elements, frame: string): string[] {
  const lookup = placesOf(elements);
  return [...elements.values()].filter(({ place }) => framesAround(place, lookup).includes(frame)).map(({ id }) => id);
}

function byDepth(elements: Elements, ids: Iterable<string>): string[] {
  const lookup = placesOf(elements);
  const depth = (id: string): number => {
    const place = lookup(id);
    return place ? framesAround(place, lookup).length : 0;
  };
  const depths = new Map([...ids].map((id) => [id, depth(id)]));
  return [...depths.keys()].sort((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0));
}

function goalOfFrame(current: Elements, then: Elements, frame: string): Elements {
  const goal = new Map<string, ElementData>();
  const itself = then.get(frame) as ElementData;
  const inside = insideOf(then, frame);
  for (const id of inside) goal.set(id, then.get(id) as ElementData);
  const was = outside(itself, then, current);
  goal.set(frame, { ...itself, place: placeNow(frame, current, new Set(inside)) ?? was });
  for (const id of insideOf(current, frame)) {
    const [before, former] = [current.get(id), then.get(id)];
    if (!before || !former || goal.has(id)) continue;
    // What came in since goes back to where it was, as it is now.
    goal.set(id, { ...before, place: outside(former, then, current) });
  }
  return goal;
}

/** Where a frame is now, unless it stands in something that comes back into it. */
function placeNow(frame: string, current: Elements, inside: ReadonlySet<string>): Place | null {
  const place = current.get(frame)?.place;
  return place && !framesAround(place, placesOf(current)).some((id) => inside.has(id)) ? place : null;
}

/** The place in a version; on the board itself when the frame it was in is no more. */
function outside({ place }: ElementData, then: Elements, current: Elements): Place {
  if (place.frame === null || current.has(place.frame)) return place;
  return { frame: null, ...absolutePoint(place, placesOf(then)) };
}

/** Words cannot be put into what has none, nor taken from it: such an element is made anew. */
function canBecome(before: ElementData, target: ElementData, kinds: KindRegistry): boolean {
  return (kinds.get(before.kind)?.text === undefined) === (kinds.get(target.kind)?.text === undefined);
}

function restoreOne(
  plan: Restoring,
  before: ElementData,
  target: ElementData,
  { kinds, then, now }: { kinds: KindRegistry; then: Elements; now: Y.Doc },
): void {
  const { id } = target;
  const kind = kinds.get(target.kind);
  const own = changedFields(kind?.fields ?? {}, before.fields, target.fields);
  const common = changedFields(COMMON_FIELDS, { ...before }, { ...target });
  const words = diffRuns(before.runs, target.runs);
  const fields = { ...common.fields, ...own.fields };
  if (Object.keys(fields).length + own.gone.length + words.length === 0) return;
  plan.changed.push({ id, fields, gone: own.gone, words });
  const map = elementsOf(now).get(id);
  const unsaid = Object.entries(before).filter(([name]) => name in common.fields && !map?.has(name));
  const isMoved = kind?.container && target.place.frame !== before.place.frame;
  const place: Place = { frame: null, ...absolutePoint(target.place, placesOf(then)) };
  const prepared = { ...Object.fromEntries(unsaid), ...(isMoved && { place }) };
  if (Object.keys(prepared).length > 0) plan.prepared.push({ id, fields: prepared, gone: [], words: [] });
}

/** What was fixed when the element was made is the same now. */
function changedFields(
  specs: Readonly<Record<string, FieldSpec>>,
  before: Readonly<Record<string, unknown>>,
  target: Readonly<Record<string, unknown>>,
): { fields: Record<string, unknown>; gone: string[] } {
  const fields: Record<string, unknown> = {};
  const gone: string[] = [];
  for (const [name, { write }] of Object.entries(specs)) {
    if (write === 'create' || write === 'server' || isSame(before[name], target[name])) continue;
    if (target[name] === undefined) gone.push(name);
    else fields[name] = target[name];
  }
  return { fields, gone };
}

function asNew({ text: _text, runs, route: _route, ...element }: ElementData): NewElement {
  return { ...element, text: runs };
}

/** Writes one changed element; does nothing when it is gone. */
export function restoreElement(doc: Y.Doc, { id, fields, gone, words }: RestoredElement): void {
  const map = elementsOf(doc).get(id);
  if (!map) return;
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) map.set(name, value);
    for (const name of gone) map.delete(name);
    if (words.length > 0) textOf(doc, id)?.applyDelta([...words]);
  });
}

/** Removes elements; what others have put into a container meanwhile stays on the board. */
export function removeRestored(doc: Y.Doc, ids: readonly string[], kinds: KindRegistry): void {
  const elements = elementsOf(doc);
  const owners = ids.filter((id) => kinds.get(String(elements.get(id)?.get('kind')))?.container);
  doc.transact(() => {
    for (const id of ids) if (!owners.includes(id)) elements.delete(id);
    if (owners.length > 0) deleteElements(doc, owners);
  });
}
