import {
  type BoardElement,
  type ElementData,
  endsOfCopy,
  fittingRuns,
  type NewElement,
  orderAbove,
  type Place,
  type Point,
} from '@talkoot/board';
import { isFacilitating } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import { type Editing, elementsOfIds, placeAfter, withoutPassengers } from './actions.ts';
import { endsAsSeen } from './ends.ts';
import { type AddResult, BESIDE, writeNew } from './actions-add.ts';
import { bundlesOfCopies } from './bundles.ts';

/** What of an element goes into a copy; who made it and when does not. */
export type Copied = Pick<
  ElementData,
  'id' | 'kind' | 'place' | 'size' | 'order' | 'rotation' | 'tags' | 'fields' | 'runs'
> & { bundle?: string | null | undefined };

/** Elements for copies, in the order of the board, frames with all that stands in them. */
export function withContents(session: Editing, ids: Iterable<string>): BoardElement[] {
  const { model } = session;
  const roots = withoutPassengers(model, ids);
  const sorted = model.sortByRank([...roots, ...roots.flatMap((id) => model.descendantsOf(id))]);
  return elementsOfIds(model, sorted).map((element) => ({ ...element, fields: endsAsSeen(model, element) }));
}

/**
 * Writes copies of elements with new ids; what stood in one of them stands in its copy. `placeOf` says where the
 * outermost go. Answers the ids of the outermost copies.
 */
export function writeCopies<T extends Copied>(
  session: Editing,
  elements: readonly T[],
  placeOf: (element: T) => Place,
): AddResult {
  const names = new Map(elements.map(({ id }) => [id, nanoid(16)]));
  const bundles = bundlesOfCopies(elements);
  const tops = new Map<string | null, string>();
  const roots: string[] = [];
  const copies = elements.map((element) => {
    const id = names.get(element.id) as string;
    const inside = element.place.frame === null ? undefined : names.get(element.place.frame);
    const place = inside === undefined ? placeOf(element) : { ...element.place, frame: inside };
    if (inside === undefined) roots.push(id);
    const order = inside === undefined ? nextOrder(session, tops, place.frame) : element.order;
    return copyOf(session, element, { id, place, order, bundle: bundles.get(element.bundle ?? '') ?? null }, names);
  });
  const result = writeNew(session, copies);
  return result.allowed ? { allowed: true, ids: roots } : result;
}

/** Above everything in a frame; `tops` holds the highest order given there so far. */
function nextOrder(session: Editing, tops: Map<string | null, string>, frame: string | null): string {
  const top = tops.get(frame);
  const order = orderAbove(top === undefined ? session.model.childrenOf(frame).map((child) => child.order) : [top]);
  tops.set(frame, order);
  return order;
}

function copyOf(
  session: Editing,
  element: Copied,
  own: Pick<NewElement, 'id' | 'place' | 'order' | 'bundle'>,
  names: ReadonlyMap<string, string>,
): NewElement {
  const { kind, size, rotation, tags, runs } = element;
  const author = session.me().participantId;
  const model = session.model.kinds.get(kind);
  // Ends hang on the copies of what they hung on.
  const fields = endsOfCopy(model?.connects, element.fields, (id) => names.get(id));
  if (!isFacilitating(session.me().role)) {
    for (const name of Object.keys(fields)) if (model?.fields[name]?.write === 'facilitator') delete fields[name];
  }
  const text = model ? fittingRuns(model, runs) : [];
  return { ...own, kind, size, rotation, tags, fields, author, createdAt: Date.now(), text };
}

/** Copies elements, frames with their content, beside the originals. Answers the ids of the outermost copies. */
export function duplicate(session: Editing, ids: Iterable<string>): AddResult {
  return writeCopies(session, withContents(session, ids), ({ place }) => ({
    ...place,
    x: place.x + BESIDE,
    y: place.y + BESIDE,
  }));
}

/** The end of a drag with Alt: copies at an offset, the originals stay. Answers the ids of the outermost copies. */
export function copyBy(session: Editing, ids: Iterable<string>, by: Point): AddResult {
  return writeCopies(session, withContents(session, ids), (element) => placeAfter(session.model, element, by));
}
