import * as Y from 'yjs';
import { type ElementData, elementsOf, readElement } from './element.ts';
import type { Place, Size } from './fields.ts';
import { absolutePoint, framesAround, placeIn, type PlaceLookup } from './frames.ts';
import { type End, endAt } from './ends.ts';
import { type Box, boundsOf, boxAround } from './geometry.ts';
import type { KindRegistry } from './kind.ts';
import { compareOrder } from './order.ts';

/** An element with its corner on the board. */
export interface GistElement {
  element: ElementData;
  x: number;
  y: number;
}

/** What of a board can be seen from afar. Plain data, which may go to another thread. */
export interface Gist {
  /** Around everything; null for an empty board. */
  view: Box | null;
  /** Lowest first. */
  elements: GistElement[];
}

interface Candidate {
  id: string;
  map: Y.Map<unknown>;
  area: number;
}

/**
 * The `most` largest elements of a document. Of the others it looks only at their size and, when they stand on the
 * board itself, at their place: on a board of thousands that is all the time there is.
 */
export function gistOf(doc: Y.Doc, kinds: KindRegistry, most: number): Gist {
  const candidates: Candidate[] = [];
  const boxes: Box[] = [];
  for (const [id, map] of elementsOf(doc)) {
    if (!(map instanceof Y.Map)) continue;
    const { width, height } = (map.get('size') ?? {}) as Partial<Size>;
    if (!isLength(width) || !isLength(height)) continue;
    candidates.push({ id, map, area: width * height });
    const { frame, x, y } = (map.get('place') ?? {}) as Partial<Place>;
    if (frame === null && Number.isFinite(x) && Number.isFinite(y)) boxes.push({ x: x ?? 0, y: y ?? 0, width, height });
  }
  const lookup = remembered(placeIn(doc));
  const largest = candidates.sort((a, b) => b.area - a.area).slice(0, most);
  const elements = largest.flatMap(({ id, map }): GistElement[] => {
    const element = readElement(id, map, kinds);
    return element ? [placedAt(element, doc, kinds, lookup)] : [];
  });
  for (const { element, x, y } of elements) boxes.push({ x, y, ...element.size });
  return { view: elements.length > 0 ? boxAround(boxes) : null, elements: lowestFirst(elements, doc, lookup) };
}

/** An element at its corner; one that connects at that of its way between what it hangs on. */
function placedAt(element: ElementData, doc: Y.Doc, kinds: KindRegistry, lookup: PlaceLookup): GistElement {
  const corner = absolutePoint(element.place, lookup);
  const connects = kinds.get(element.kind)?.connects;
  if (!connects) return { element, ...corner };
  const boxOf = (id: string): Box | undefined => {
    const other = readElement(id, elementsOf(doc).get(id), kinds);
    if (!other || kinds.get(other.kind)?.connects) return undefined;
    return boundsOf({ ...absolutePoint(other.place, lookup), ...other.size }, other.rotation);
  };
  const [from, to] = connects.ends.map((field) => endAt(element.fields[field] as End, corner, boxOf));
  if (!from || !to) return { element, ...corner };
  const route = connects.route(element, from, to);
  const { x, y, width, height } = route.box;
  return { element: { ...element, size: { width, height }, route }, x, y };
}

/** What is chosen is parsed whole later. */
function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

function remembered(lookup: PlaceLookup): PlaceLookup {
  const known = new Map<string, Place | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, lookup(id));
    return known.get(id);
  };
}

/** A frame lies under what stands in it, siblings by their order. */
function lowestFirst(elements: GistElement[], doc: Y.Doc, lookup: PlaceLookup): GistElement[] {
  const orderOf = (id: string): string => String(elementsOf(doc).get(id)?.get('order'));
  const chains = new Map(
    elements.map((one) => {
      const { id, place } = one.element;
      return [one, [id, ...framesAround(place, lookup)].reverse().map((at) => ({ id: at, order: orderOf(at) }))];
    }),
  );
  const compare = (one: GistElement, other: GistElement): number => {
    const [a, b] = [chains.get(one) ?? [], chains.get(other) ?? []];
    for (const [at, link] of a.entries()) {
      const beside = b[at];
      const order = beside ? compareOrder(link, beside) : 1;
      if (order !== 0) return order;
    }
    return a.length - b.length;
  };
  return elements.sort(compare);
}
