import { elementsOf } from '@talkoot/board';
import type * as Y from 'yjs';
import type { Room } from './room.ts';
import type { TickResult } from './tick.ts';

/** A write of the server's own, as part of the tick. */
export function write(room: Room, tick: TickResult, change: (doc: Y.Doc) => void): void {
  const update = room.write(change);
  if (update) tick.add(room, update);
}

/** The topmost order in a document, to put something above it. */
export function lastOrder(doc: Y.Doc): string | null {
  let last: string | null = null;
  for (const map of elementsOf(doc).values()) {
    const order = map.get('order');
    if (typeof order === 'string' && (last === null || order > last)) last = order;
  }
  return last;
}
