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

/** More than anybody can judge. */
const MOST_ITEMS = 2_000;

/** Elements that can be judged in these frames, with none named on the whole board; `gathered`: each cluster as one. */
export function itemsIn(doc: Y.Doc, frames: readonly string[], kinds: KindRegistry, gathered: boolean): string[] {
  const wanted = new Set(frames);
  const placeOf = placeIn(doc);
  const elements = elementsOf(doc);
  const within = [...elements.keys()].filter((id) => {
    const place = placeOf(id);
    return place && (wanted.size === 0 || framesAround(place, placeOf).some((frame) => wanted.has(frame)));
  });
  const among = { kindOf: (id: string) => kinds.get(String(elements.get(id)?.get('kind'))), placeOf };
  return itemsAmong(within, among, gathered).slice(0, MOST_ITEMS);
}
