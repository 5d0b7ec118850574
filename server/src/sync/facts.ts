import { elementsOf, framesAround, itemsAmong, type KindRegistry, placeIn, readElement } from '@talkoot/board';
import type * as Y from 'yjs';

/**
 * Frames of which every participant is to have a copy that others see. What only its author sees needs none: in it, and
 * wherever people write privately, everybody has their own layer.
 */
export function repeatedIn(doc: Y.Doc, frames: readonly string[]): string[] {
  return frames.filter((id) => {
    const frame = elementsOf(doc).get(id);
    return frame?.get('repeat') === 'participant' && frame.get('visibility') !== 'author-only';
  });
}

/** What stands on the board itself, in no frame. */
export function topLevelOf(doc: Y.Doc, kinds: KindRegistry): { id: string; locked: boolean }[] {
  return [...elementsOf(doc)].flatMap(([id, map]) => {
    const element = readElement(id, map, kinds);
    return element?.place.frame === null ? [{ id, locked: element.locked }] : [];
  });
}

/** Elements that can be judged in these frames; `gathered`: each cluster as one. */
export function itemsIn(doc: Y.Doc, frames: readonly string[], kinds: KindRegistry, gathered: boolean): string[] {
  const wanted = new Set(frames);
  const placeOf = placeIn(doc);
  const elements = elementsOf(doc);
  const within = [...elements.keys()].filter((id) => {
    const place = placeOf(id);
    return place && framesAround(place, placeOf).some((frame) => wanted.has(frame));
  });
  return itemsAmong(within, { kindOf: (id) => kinds.get(String(elements.get(id)?.get('kind'))), placeOf }, gathered);
}
