import * as Y from 'yjs';
import { type Block, type DecodedUpdate, decodeUpdate, GateRefusal, type Struct } from './decode.ts';

/** The struct of the document that holds this id; the id must be below the document's state. */
export function structAt(doc: Y.Doc, id: Y.ID): Struct {
  const structs = doc.store.clients.get(id.client);
  const struct = structs?.[Y.findIndexSS(structs, id.clock)];
  if (!struct) throw new GateRefusal('gap', 'missing struct');
  return struct as Struct;
}

/** SPEC G4: takes out what the document has already; a block that starts above our state is a gap. */
export function withoutKnown(update: DecodedUpdate, doc: Y.Doc): DecodedUpdate {
  const states = new Map<number, number>();
  let overlap = false;
  for (const block of update.blocks.values()) {
    const state = Y.getState(doc.store, block.client);
    if (block.clock > state) throw new GateRefusal('gap', 'clock gap');
    if (block.clock < state) overlap = true;
    states.set(block.client, state);
  }
  if (!overlap) return update;
  const cut = Y.diffUpdate(update.bytes, Y.encodeStateVector(states));
  return decodeUpdate(cut);
}

/** SPEC G7: only deletes that will change something stay; a delete of the future is refused. */
export function withoutKnownDeletes(update: DecodedUpdate, doc: Y.Doc): { update: DecodedUpdate; changed: boolean } {
  let changed = false;
  const deletes = new Map<number, { clock: number; len: number }[]>();
  for (const [client, ranges] of update.deletes) {
    const end = Math.max(Y.getState(doc.store, client), update.blocks.get(client)?.end ?? 0);
    const fresh = update.blocks.get(client)?.clock ?? Number.POSITIVE_INFINITY;
    const kept = ranges.filter((range) => {
      if (range.clock + range.len > end) throw new GateRefusal('gap', 'delete of the future');
      return range.clock + range.len > fresh || hasLive(doc, client, range);
    });
    if (kept.length > 0) deletes.set(client, kept);
    if (kept.length !== ranges.length) changed = true;
  }
  return changed ? { update: { ...update, deletes }, changed } : { update, changed };
}

function hasLive(doc: Y.Doc, client: number, range: { clock: number; len: number }): boolean {
  for (const item of liveItems(doc, client, range)) {
    if (item) return true;
  }
  return false;
}

/** Items of the document, not yet deleted, that a delete range touches. */
export function* liveItems(doc: Y.Doc, client: number, range: { clock: number; len: number }): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || range.clock >= Y.getState(doc.store, client)) return;
  const end = range.clock + range.len;
  for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= end) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}

/** SPEC G6: every struct can be integrated now, so nothing is ever pending. Refuses gaps, self references and cycles. */
export function checkOrder(update: DecodedUpdate, doc: Y.Doc): void {
  const blocks = [...update.blocks.values()];
  const done = new Map<number, number>(blocks.map((block) => [block.client, block.clock]));
  const known = (client: number): number => done.get(client) ?? Y.getState(doc.store, client);
  const positions = new Map<Block, number>();
  let left = blocks.length;
  while (left > 0) {
    let progress = false;
    for (const block of blocks) {
      const from = positions.get(block) ?? 0;
      if (from >= block.structs.length) continue;
      const to = advance(block, from, known, done);
      positions.set(block, to);
      if (to > from) progress = true;
      if (to >= block.structs.length) left--;
    }
    if (!progress) throw new GateRefusal('gap', 'missing dependency or cycle');
  }
}

function advance(block: Block, from: number, known: (client: number) => number, done: Map<number, number>): number {
  let position = from;
  for (; position < block.structs.length; position++) {
    const struct = block.structs[position];
    if (!struct || !dependenciesKnown(struct, known)) break;
    done.set(block.client, struct.id.clock + struct.length);
  }
  return position;
}

function dependenciesKnown(struct: Struct, known: (client: number) => number): boolean {
  if (struct instanceof Y.GC) return true;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id !== null && id.clock >= known(id.client)) return false;
  }
  return true;
}
