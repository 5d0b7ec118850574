import { CLOSE, LIMITS } from '@talkoot/protocol';
import type { Commit } from '../storage/port.ts';
import type { Connection } from './connection.ts';
import { liveMap } from './gate/changes.ts';
import type { GateAnswer } from './gate/gate.ts';
import { SYNC, syncMessage } from './messages.ts';
import { mergeUpdates, type Room } from './room.ts';

const NOBODY: ReadonlySet<Connection> = new Set();

/** An update from a socket, waiting for its tick. */
export interface Inbound {
  connection: Connection;
  update: Uint8Array;
  /** An answer to our SyncStep1. */
  full: boolean;
}

/** What one tick changed, until it is stored and sent. */
export class TickResult {
  readonly workshopId: string;
  /** One of each room's people, and one for every write of the server's own. */
  readonly updates: { room: Room; seq: number; update: Uint8Array; writers: ReadonlySet<Connection> }[] = [];
  readonly leases: NonNullable<Commit['leases']> = [];
  readonly deleted: NonNullable<Commit['deleted']> = [];
  /** Connections whose frames were accepted in this tick, with the count to acknowledge. */
  readonly accepted = new Map<Connection, number>();

  constructor(workshopId: string) {
    this.workshopId = workshopId;
  }

  get isEmpty(): boolean {
    return this.updates.length === 0 && this.leases.length === 0 && this.deleted.length === 0;
  }

  /** `writers` are those who have their part of it already; nobody when the server wrote. */
  add(room: Room, update: Uint8Array, writers: ReadonlySet<Connection> = NOBODY): void {
    this.updates.push({ room, seq: room.seq, update, writers });
  }

  lease(room: Room, clientId: number, participantId: string): void {
    room.leases.set(clientId, participantId);
    this.leases.push({ document: room.document, clientId, participantId });
  }

  /** Remembers what was deleted, read before it goes. */
  noteDeleted(room: Room, id: string, deletedBy: string | null): void {
    const map = liveMap(room.live(), id);
    const author = map?.get('author');
    const entry = { id, author: typeof author === 'string' ? author : null, kind: String(map?.get('kind')), deletedBy };
    room.deleted.set(id, entry);
    this.deleted.push({ document: room.document, ...entry });
  }

  accept(connection: Connection, answer: Extract<GateAnswer, { ok: true }>): void {
    this.accepted.set(connection, connection.judged);
    if (answer.lost.length > 0) connection.lost.push(...answer.lost);
  }

  /** The part of the commit that documents need. */
  commit(): Commit {
    return {
      workshopId: this.workshopId,
      updates: this.updates.map(({ room, seq, update }) => ({ document: room.document, seq, update })),
      leases: this.leases,
      deleted: this.deleted,
    };
  }

  /** After the commit, and never before: everybody else gets the tick as one message, writers their ack. */
  send(): void {
    for (const [room, entries] of this.#byRoom()) {
      room.stored(entries);
      const message = syncMessage(SYNC.update, mergeUpdates(entries.map((entry) => entry.update)));
      for (const connection of room.connections) {
        // A lone writer has it already; with several, each needs the others' part.
        if (entries.some(({ writers }) => writers.size !== 1 || !writers.has(connection))) connection.send(message);
      }
    }
    for (const [connection, count] of this.accepted) {
      connection.accepted = count;
      connection.sendAck();
    }
  }

  #byRoom(): Map<Room, TickResult['updates']> {
    const rooms = new Map<Room, TickResult['updates']>();
    for (const entry of this.updates) {
      const list = rooms.get(entry.room);
      if (list) list.push(entry);
      else rooms.set(entry.room, [entry]);
    }
    return rooms;
  }
}

/** Bounded queue of what waits for a tick. */
export class InboundQueue {
  #items: Inbound[] = [];
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** A writer who comes when the queue is full is told to come back. */
  push(item: Inbound): void {
    if (this.#bytes + item.update.byteLength > LIMITS.inboundQueueBytes) {
      item.connection.close(CLOSE.overload);
      return;
    }
    this.#bytes += item.update.byteLength;
    this.#items.push(item);
  }

  /** Everything, or the part whose bytes fit one tick. */
  take(maxItems: number): Inbound[] {
    const taken = this.#items.splice(0, maxItems);
    for (const item of taken) this.#bytes -= item.update.byteLength;
    return taken;
  }

  clear(): void {
    this.#items = [];
    this.#bytes = 0;
  }
}
