import { elementsOf, type KindRegistry, ROOTS } from '@talkoot/board';
import { LIMITS, type RoomName } from '@talkoot/protocol';
import * as Y from 'yjs';
import type { DeletedElement, StoredRoom } from '../storage/port.ts';
import { Bucket } from './bucket.ts';
import type { Connection } from './connection.ts';
import { SYNC, syncMessage } from './messages.ts';

interface Stored {
  seq: number;
  update: Uint8Array;
}

/**
 * One document of a workshop on this node. Cold, it is the stored snapshot and the updates after it, which is
 * enough to serve joiners; the Y.Doc is built for the first write and given up when nobody is left.
 * Only the host writes to it, so that nothing is applied that was not judged.
 */
export class Room {
  readonly document: string;
  readonly name: RoomName;
  readonly kinds: KindRegistry;
  readonly connections = new Set<Connection>();
  readonly leases = new Map<number, string>();
  readonly deleted = new Map<string, DeletedElement>();
  readonly epoch: string;
  /** Position given to the latest applied update; above {@link storedSeq} while a commit is under way. */
  seq: number;
  storedSeq: number;
  elementCount = 0;
  #doc: Y.Doc | null = null;
  #snapshot: Uint8Array | null;
  #stateVector: Uint8Array | null;
  #snapshotSeq: number;
  #tail: Stored[];
  #tailBytes = 0;
  #frames: Uint8Array[] | null = null;
  #coldVector: Uint8Array | null = null;
  #structs = 0;
  #intake: [frames: Bucket, bytes: Bucket] | null = null;

  constructor(name: RoomName, document: string, stored: StoredRoom, kinds: KindRegistry) {
    this.name = name;
    this.document = document;
    this.kinds = kinds;
    this.epoch = stored.epoch;
    this.#snapshot = stored.snapshot;
    this.#stateVector = stored.stateVector;
    this.#snapshotSeq = stored.snapshotSeq;
    this.#tail = stored.tail;
    this.#tailBytes = stored.tail.reduce((sum, entry) => sum + entry.update.byteLength, 0);
    this.seq = stored.tail.at(-1)?.seq ?? stored.snapshotSeq;
    this.storedSeq = this.seq;
    for (const { clientId, participantId } of stored.leases) this.leases.set(clientId, participantId);
    for (const entry of stored.deleted) this.deleted.set(entry.id, entry);
  }

  get isLive(): boolean {
    return this.#doc !== null;
  }

  /** True when everything applied is stored: only then the live document may be shown to anybody. */
  get isClean(): boolean {
    return this.seq === this.storedSeq;
  }

  /** The live document, built when needed. */
  live(): Y.Doc {
    if (this.#doc) return this.#doc;
    const doc = new Y.Doc({ gc: true });
    for (const root of Object.values(ROOTS)) doc.getMap(root);
    doc.transact((transaction) => {
      if (this.#snapshot) Y.applyUpdate(doc, this.#snapshot);
      for (const { update } of this.#tail) Y.applyUpdate(doc, update);
      // No tidying of formats: the document is what is stored, to the last struct.
      transaction.local = true;
    });
    assertNothingPending(doc);
    this.#doc = doc;
    this.elementCount = elementsOf(doc).size;
    this.#structs = countStructs(doc);
    return doc;
  }

  /** Elements of a document that somebody has open; of another one as far as it is known. */
  countInUse(): number {
    if (this.connections.size > 0) this.live();
    return this.elementCount;
  }

  /** Counts what comes over all sockets; milliseconds for which a sender should not be read. */
  intake(now: number, bytes: number): number {
    this.#intake ??= [
      new Bucket(LIMITS.roomFramesPerSecond, LIMITS.roomFramesPerSecond * 4, now),
      new Bucket(LIMITS.roomBytesPerSecond, LIMITS.roomBytesPerSecond * 4, now),
    ];
    return Math.max(this.#intake[0].take(1, now), this.#intake[1].take(bytes, now));
  }

  /** Structs of the live document. Yjs merges them, so they are counted again before the limit is believed. */
  get structCount(): number {
    if (this.#structs > LIMITS.structsPerRoom) this.#structs = countStructs(this.live());
    return this.#structs;
  }

  /** Applies what the gate let through, within {@link write}. */
  applyJudged(update: Uint8Array, structs: number): void {
    const doc = this.live();
    Y.applyUpdate(doc, update, 'judged');
    this.#structs += structs;
    assertNothingPending(doc);
  }

  /**
   * Everything `change` does to the document as one update, to be stored and sent; null when it changed nothing. Yjs
   * writes it from the one transaction: merging a tick's updates instead took half of the server's time.
   */
  write(change: (doc: Y.Doc) => void): Uint8Array | null {
    const doc = this.live();
    let update: Uint8Array | null = null;
    const keep = (bytes: Uint8Array): void => {
      update = bytes;
    };
    doc.on('update', keep);
    try {
      doc.transact((transaction) => {
        change(doc);
        // After changes of others Yjs tidies format marks by itself. The server must not: nobody would hear of it.
        transaction.local = true;
      }, 'server');
    } finally {
      doc.off('update', keep);
    }
    if (update) this.seq++;
    return update;
  }

  /** The store has everything up to here. */
  stored(entries: readonly Stored[]): void {
    for (const entry of entries) {
      this.#tail.push(entry);
      this.#tailBytes += entry.update.byteLength;
      this.storedSeq = entry.seq;
    }
    if (entries.length > 0) this.#frames = this.#coldVector = null;
  }

  /** Stored state as ready socket messages, shared by all joiners; the last is a SyncStep2. */
  joinFrames(): readonly Uint8Array[] {
    if (this.#frames) return this.#frames;
    const updates = [...(this.#snapshot ? [this.#snapshot] : []), ...mergeInGroups(this.#tail)];
    const last = updates.pop() ?? EMPTY_UPDATE;
    this.#frames = [...updates.map((update) => syncMessage(SYNC.update, update)), syncMessage(SYNC.step2, last)];
    return this.#frames;
  }

  /**
   * Answer to a client's SyncStep1: a difference when that is cheap and all is stored, else everything stored.
   * Throws on what is no state vector.
   */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    const known = Y.decodeStateVector(stateVector).size > 0;
    if (!known || !this.#doc || !this.isClean) return this.joinFrames();
    return [syncMessage(SYNC.step2, Y.encodeStateAsUpdate(this.#doc, stateVector))];
  }

  /** State vector of the stored state, without building a document. */
  stateVector(): Uint8Array {
    if (this.#doc) return Y.encodeStateVector(this.#doc);
    this.#coldVector ??= this.#vectorOfStored();
    return this.#coldVector;
  }

  /** Reads every update of the tail: once for all who join a cold room. */
  #vectorOfStored(): Uint8Array {
    const states = this.#stateVector ? Y.decodeStateVector(this.#stateVector) : new Map<number, number>();
    for (const { update } of this.#tail) {
      for (const [client, clock] of Y.parseUpdateMeta(update).to) {
        if (clock > (states.get(client) ?? 0)) states.set(client, clock);
      }
    }
    return Y.encodeStateVector(states);
  }

  /** True when the tail has grown enough for a new snapshot. */
  get wantsSnapshot(): boolean {
    if (!this.#doc || !this.isClean || this.#tail.length === 0) return false;
    const size = this.#snapshot?.byteLength ?? 0;
    return this.#tail.length > LIMITS.compactAfterUpdates || this.#tailBytes > Math.max(64 * 1024, size / 4);
  }

  get hasTail(): boolean {
    return this.#tail.length > 0;
  }

  /** Encodes the live document once, for joiners and for the store. */
  takeSnapshot(): { seq: number; bytes: Uint8Array; stateVector: Uint8Array } {
    const doc = this.live();
    this.#snapshot = Y.encodeStateAsUpdate(doc);
    this.#stateVector = Y.encodeStateVector(doc);
    this.#snapshotSeq = this.storedSeq;
    this.#tail = [];
    this.#tailBytes = 0;
    this.#frames = this.#coldVector = null;
    return { seq: this.#snapshotSeq, bytes: this.#snapshot, stateVector: this.#stateVector };
  }

  /** Gives the live document up; the stored form stays. */
  cool(): void {
    if (!this.isClean) return;
    this.#doc?.destroy();
    this.#doc = null;
  }
}

function countStructs(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}

/** An update that changes nothing: no structs, no deletes. */
const EMPTY_UPDATE = new Uint8Array([0, 0]);

/** Merging is worse than linear, so long lists are merged in groups. */
const MERGE_GROUP = 100;

function mergeInGroups(entries: readonly Stored[]): Uint8Array[] {
  const merged: Uint8Array[] = [];
  for (let from = 0; from < entries.length; from += MERGE_GROUP) {
    merged.push(mergeUpdates(entries.slice(from, from + MERGE_GROUP).map((entry) => entry.update)));
  }
  return merged;
}

/** Several updates as one; a single one as it is. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only ? only : Y.mergeUpdates([...updates]);
}

/** The invariant of the gate: whatever would wait for something was refused. */
function assertNothingPending(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error('document has pending structs although the gate let them through');
  }
}
