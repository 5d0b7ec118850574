import * as Y from 'yjs';
import { elementsOf } from './element.ts';
import { type Place, Place as PlaceSchema } from './fields.ts';

/** Frames may stand in frames this deep; deeper chains are cut when read and refused when written. */
export const MAX_FRAME_DEPTH = 8;

/** How the chain of frames is read: from a document, a model or the gate's view. */
export type PlaceLookup = (id: string) => Place | undefined;

/** The place of an element in a document, unparsed values giving undefined. */
export function placeIn(doc: Y.Doc): PlaceLookup {
  const elements = elementsOf(doc);
  return (id) => {
    const map = elements.get(id);
    const parsed = map instanceof Y.Map ? PlaceSchema.safeParse(map.get('place')) : null;
    return parsed?.success ? parsed.data : undefined;
  };
}

/** The frames around a place, nearest first; stops at a missing frame, at a cycle and at the depth limit. */
export function framesAround(place: Place, lookup: PlaceLookup): string[] {
  const frames: string[] = [];
  let frame = place.frame;
  while (frame !== null && frames.length < MAX_FRAME_DEPTH && !frames.includes(frame)) {
    const next = lookup(frame);
    if (!next) break;
    frames.push(frame);
    frame = next.frame;
  }
  return frames;
}

/** Does it stand in one of these frames, or in something that does? Frames may be of another document. */
export function standsIn(place: Place, frames: readonly string[], lookup: PlaceLookup): boolean {
  let { frame } = place;
  for (let depth = 0; frame !== null && depth < MAX_FRAME_DEPTH; depth++) {
    if (frames.includes(frame)) return true;
    frame = lookup(frame)?.frame ?? null;
  }
  return false;
}

/** Corner of an element on the board, whatever frames it stands in. */
export function absolutePoint(place: Place, lookup: PlaceLookup): { x: number; y: number } {
  let { x, y } = place;
  for (const frame of framesAround(place, lookup)) {
    const at = lookup(frame);
    if (!at) break;
    x += at.x;
    y += at.y;
  }
  return { x, y };
}

/** The same spot of the board, counted from another frame (null: from the board). */
export function placeInFrame(place: Place, frame: string | null, lookup: PlaceLookup): Place {
  const point = absolutePoint(place, lookup);
  const target = frame === null ? undefined : lookup(frame);
  if (frame === null || !target) return { frame: null, ...point };
  const corner = absolutePoint(target, lookup);
  return { frame, x: point.x - corner.x, y: point.y - corner.y };
}

/** True when placing `id` in `frame` would put a frame inside itself. */
export function wouldCycle(id: string, frame: string | null, lookup: PlaceLookup): boolean {
  if (frame === null) return false;
  if (frame === id) return true;
  const place = lookup(frame);
  return place !== undefined && framesAround(place, lookup).includes(id);
}

/** Ids of the elements placed directly in a frame. */
export function childrenOf(doc: Y.Doc, frame: string): string[] {
  const children: string[] = [];
  for (const [id, map] of elementsOf(doc)) {
    if (!(map instanceof Y.Map)) continue;
    const place = map.get('place') as Place | undefined;
    if (place?.frame === frame) children.push(id);
  }
  return children;
}

/**
 * Deletes elements in one transaction. What stood in a deleted frame stays where it is on the board,
 * in the frame around or on the board itself.
 */
export function deleteElements(doc: Y.Doc, ids: Iterable<string>, origin?: unknown): void {
  const elements = elementsOf(doc);
  const doomed = new Set(ids);
  doc.transact(() => {
    const lookup = placeIn(doc);
    for (const id of doomed) {
      for (const child of childrenOf(doc, id)) {
        if (doomed.has(child)) continue;
        const place = lookup(child);
        if (place)
          elements.get(child)?.set('place', placeInFrame(place, survivor(child, place, doomed, lookup), lookup));
      }
    }
    for (const id of doomed) elements.delete(id);
  }, origin);
}

/** The nearest frame around that stays, never the child itself. */
function survivor(child: string, place: Place, doomed: Set<string>, lookup: PlaceLookup): string | null {
  const stays = (frame: string): boolean => !doomed.has(frame) && !wouldCycle(child, frame, lookup);
  return framesAround(place, lookup).find(stays) ?? null;
}
