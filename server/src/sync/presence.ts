import { CLOSE, LIMITS, PresenceState, type PresenceView, type Role } from '@talkoot/protocol';
import { Bucket } from './bucket.ts';
import type { Connection } from './connection.ts';
import { awarenessMessage, type PresenceEntry, readAwareness } from './messages.ts';

/** Clocks may skip a little, as when presence was dropped on a bad line, but not run away. */
const MAX_CLOCK_STEP = 100_000;

/** Connections that presence goes to in one turn of the event loop. */
const AT_A_TIME = 25;

export interface PresencePerson {
  id: string;
  name: string;
  role: Role;
  colour: string;
}

/** What presence must know of its workshop, and tell it. */
export interface PresenceAround {
  now: () => number;
  hidesCursors: () => boolean;
  acted: (participantId: string) => void;
  /** Is this an element that everybody has? */
  onBoard: (elementId: string) => boolean;
}

/** What a presence entry is kept with. */
interface Kept extends PresenceEntry {
  connection: Connection;
  state: PresenceState;
  /** Clock of the client's own last message; what others hear counts on when the server shows it again. */
  heard: number;
}

/**
 * Who is on the board and where: kept in memory, coalesced, dropped first under load. A person speaks only for her
 * own client ids; name, role and colour are the server's.
 */
export class Presence {
  readonly #entries = new Map<number, Kept>();
  readonly #dirty = new Map<number, PresenceEntry>();
  readonly #connections: ReadonlySet<Connection>;
  readonly #leaseOf: (connection: Connection, clientId: number) => string | undefined;
  readonly #person: (participantId: string) => PresencePerson | undefined;
  readonly #now: () => number;
  /** Cursors rest: nobody is sent one. */
  readonly #hidesCursors: () => boolean;
  /** Somebody did something: moved, chose, typed. */
  readonly #acted: (participantId: string) => void;
  readonly #onBoard: (elementId: string) => boolean;
  /** How many reactions each person has left, by participant id. */
  readonly #reactions = new Map<string, Bucket>();
  /** How often the server showed a client's state again by itself: that far its clock is ahead of the client's. */
  readonly #ahead = new Map<number, number>();
  /** The last reaction that each client id asked for, shown or not. */
  readonly #asked = new Map<number, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    connections: ReadonlySet<Connection>,
    leaseOf: (connection: Connection, clientId: number) => string | undefined,
    person: (participantId: string) => PresencePerson | undefined,
    { now, hidesCursors, acted, onBoard }: PresenceAround,
  ) {
    this.#connections = connections;
    this.#leaseOf = leaseOf;
    this.#person = person;
    this.#now = now;
    this.#hidesCursors = hidesCursors;
    this.#acted = acted;
    this.#onBoard = onBoard;
  }

  /** Takes a client's awareness message; what is not its own or does not parse closes the socket. */
  receive(connection: Connection, payload: Uint8Array): void {
    // A screen on the wall is nobody.
    if (this.#person(connection.participantId)?.role === 'display') return;
    let entries: PresenceEntry[];
    try {
      entries = readAwareness(payload);
    } catch {
      return connection.close(CLOSE.malformed);
    }
    for (const entry of entries) this.#take(connection, entry);
  }

  #take(connection: Connection, entry: PresenceEntry): void {
    const known = this.#entries.get(entry.clientId);
    // A stock provider also repeats all it heard of others; only news of one's own id counts.
    if (known && known.connection !== connection && known.connection.isOpen) return;
    if (!this.#mayUse(connection, entry.clientId)) return;
    if (entry.json.length > LIMITS.presenceBytes) return connection.close(CLOSE.malformed);
    if (known && (entry.clock <= known.heard || entry.clock > known.heard + MAX_CLOCK_STEP)) return;
    if (entry.clock > Number.MAX_SAFE_INTEGER / 2) return connection.close(CLOSE.malformed);
    const state = parseState(entry.json);
    if (state === undefined) return connection.close(CLOSE.malformed);
    connection.presenceIds.add(entry.clientId);
    if (state === null) this.#forget(entry.clientId, this.#shownClock(entry.clientId, entry.clock));
    else this.#keep(connection, entry, this.#withinLimits(connection, entry.clientId, state, known));
  }

  /** The state without a reaction that comes too soon: the last one stays in its place. */
  #withinLimits({ participantId }: Connection, clientId: number, state: PresenceState, known?: Kept): PresenceState {
    const number = state.reaction?.number;
    const before = { ...state, reaction: known?.state.reaction };
    if (number === undefined) return state;
    if (number === this.#asked.get(clientId)) return before;
    this.#asked.set(clientId, number);
    const now = this.#now();
    const bucket =
      this.#reactions.get(participantId) ?? new Bucket(LIMITS.reactionsPerSecond, LIMITS.reactionsBurst, now);
    this.#reactions.set(participantId, bucket);
    return bucket.take(1, now) > 0 ? before : state;
  }

  /** Ids leased to the person; of ids that nobody has yet, one a connection. */
  #mayUse(connection: Connection, clientId: number): boolean {
    const owner = this.#leaseOf(connection, clientId);
    if (owner !== undefined) return owner === connection.participantId;
    return connection.presenceIds.size === 0 || connection.presenceIds.has(clientId);
  }

  #shownClock(clientId: number, heard: number): number {
    return heard + (this.#ahead.get(clientId) ?? 0);
  }

  #keep(
    connection: Connection,
    { clientId, clock: heard }: { clientId: number; clock: number },
    state: PresenceState,
  ): void {
    const json = this.#view(connection.participantId, state);
    if (json === null) return;
    // Every client repeats its state now and then: that is no doing of the person.
    if (!same(this.#entries.get(clientId)?.state, state)) this.#acted(connection.participantId);
    const full = { clientId, clock: this.#shownClock(clientId, heard), json, connection, state, heard };
    this.#entries.set(clientId, full);
    this.#markDirty(full);
  }

  /** What others may know of a person: the one place where anything of it is filled in or left out. */
  #view(participantId: string, state: PresenceState): string | null {
    const person = this.#person(participantId);
    if (!person) return null;
    const { id, name, role, colour } = person;
    const open = this.#withoutPrivate(state);
    const shown = this.#hidesCursors() ? { ...open, cursor: null, caret: null, laser: null } : open;
    const view: PresenceView = { ...shown, user: { id, name, role, color: colour } };
    return JSON.stringify(view);
  }

  /** Nobody hears in what a person writes that is theirs or their group's alone: not even its id. */
  #withoutPrivate(state: PresenceState): PresenceState {
    const { editing, selection, moving } = state;
    const moved = moving?.ids.filter((id) => this.#onBoard(id)) ?? [];
    return {
      ...state,
      ...(editing && !this.#onBoard(editing) && { editing: null, caret: null }),
      ...(selection && { selection: selection.filter((id) => this.#onBoard(id)) }),
      ...(moving && { moving: moved.length > 0 ? { ...moving, ids: moved } : null }),
    };
  }

  #forget(clientId: number, clock: number): void {
    this.#entries.delete(clientId);
    this.#asked.delete(clientId);
    this.#markDirty({ clientId, clock, json: 'null' });
  }

  /** Everybody now on the board, for a newcomer. */
  greet(connection: Connection): void {
    if (this.#entries.size > 0) connection.sendPresence(awarenessMessage([...this.#entries.values()]));
  }

  /** The connection is gone: so are its cursors, at once. */
  leave(connection: Connection): void {
    for (const clientId of connection.presenceIds) {
      const entry = this.#entries.get(clientId);
      if (entry?.connection === connection) this.#forget(clientId, entry.clock + 1);
    }
  }

  /** Name or role changed: others see it without waiting for the next cursor. */
  refresh(participantId: string): void {
    this.#showAgain((entry) => entry.connection.participantId === participantId);
  }

  /** What may be shown of everybody changed. */
  refreshAll(): void {
    this.#showAgain(() => true);
  }

  #showAgain(which: (entry: Kept) => boolean): void {
    for (const entry of [...this.#entries.values()].filter(which)) {
      this.#ahead.set(entry.clientId, (this.#ahead.get(entry.clientId) ?? 0) + 1);
      this.#keep(entry.connection, { clientId: entry.clientId, clock: entry.heard }, entry.state);
    }
  }

  #markDirty(entry: PresenceEntry): void {
    this.#dirty.set(entry.clientId, entry);
    this.#plan();
  }

  #plan(): void {
    // Fewer frames in big rooms: most messages of a whiteboard are cursors.
    const pause = LIMITS.presenceEveryMs + this.#connections.size / 2;
    this.#timer ??= setTimeout(() => this.#flush(), pause).unref();
  }

  #flush(): void {
    const message = awarenessMessage([...this.#dirty.values()]);
    this.#dirty.clear();
    this.#sendOn(message, [...this.#connections], 0);
  }

  /** To some connections at a time: hundreds of cursors to hundreds of people must not make an edit wait. */
  #sendOn(message: Uint8Array, to: readonly Connection[], from: number): void {
    const end = from + AT_A_TIME;
    for (const connection of to.slice(from, end)) connection.sendPresence(message);
    if (end < to.length && this.#timer) {
      setImmediate(() => this.#sendOn(message, to, end));
      return;
    }
    this.#timer = null;
    if (this.#dirty.size > 0) this.#plan();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function same(a: PresenceState | undefined, b: PresenceState): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** undefined: not a presence state at all; null: the person leaves. */
function parseState(json: string): PresenceState | null | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (value === null) return null;
    const parsed = PresenceState.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
