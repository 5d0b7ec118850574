import { elementsOf, framesAround, type KindRegistry, placeIn, type Place } from '@talkoot/board';
import type * as Y from 'yjs';

/** Elements that can be judged in these frames: they hold words, own nothing and run between no others. */
export function itemsIn(doc: Y.Doc, frames: readonly string[], kinds: KindRegistry): string[] {
  const wanted = new Set(frames);
  const lookup = placeIn(doc);
  return [...elementsOf(doc)].flatMap(([id, map]) => {
    const kind = kinds.get(String(map.get('kind')));
    const place = map.get('place') as Place | undefined;
    if (!kind?.text || kind.container || kind.connects || !place) return [];
    return framesAround(place, lookup).some((frame) => wanted.has(frame)) ? [id] : [];
  });
}
