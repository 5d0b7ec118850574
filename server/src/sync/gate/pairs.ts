import * as Y from 'yjs';
import { type DecodedUpdate, GateRefusal } from './decode.ts';
import type { Resolver } from './resolve.ts';

/**
 * SPEC G17: nothing cuts a character that takes two units, such as an emoji. Yjs puts U+FFFD in place of both halves,
 * in whoever's words they stand, even when what cuts them becomes garbage at once.
 */
export function checkPairs(update: DecodedUpdate, doc: Y.Doc, resolver: Resolver): void {
  const check = (client: number, clock: number): void => {
    const end = update.blocks.get(client)?.end ?? Y.getState(doc.store, client);
    if (clock < end && cutsPair(resolver.struct(Y.createID(client, clock)), clock)) {
      throw new GateRefusal('malformed', 'half of a character');
    }
  };
  for (const block of update.blocks.values()) {
    for (const { origin, rightOrigin } of itemsOf(block.structs)) {
      if (origin) check(origin.client, origin.clock + 1);
      if (rightOrigin) check(rightOrigin.client, rightOrigin.clock);
    }
  }
  for (const [client, ranges] of update.deletes) {
    for (const { clock, len } of ranges) {
      check(client, clock);
      check(client, clock + len);
    }
  }
}

function* itemsOf(structs: readonly (Y.Item | Y.GC)[]): Generator<Y.Item> {
  for (const struct of structs) if (struct instanceof Y.Item) yield struct;
}

/** Whether a struct's words would be cut within a character when it is split before this clock. */
function cutsPair(struct: Y.Item | Y.GC, clock: number): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false;
  const offset = clock - struct.id.clock;
  return offset > 0 && (struct.content.str.codePointAt(offset - 1) ?? 0) > 0xffff;
}
