import { elementsOf, type Gist, gistOf } from '@talkoot/board';
import { dueAt, lacksCopies, mayOpenGroup, type SessionState } from '@talkoot/facilitation';
import {
  type Agenda,
  CLOSE,
  type Command,
  type CommandResult,
  formatRoomName,
  isFacilitating,
  LIMITS,
  type PeopleView,
  type RoomName,
} from '@talkoot/protocol';
import type { Commit, ParticipantRow } from '../storage/port.ts';
import { Activity } from './activity.ts';
import { Commands } from './commands.ts';
import type { Connection } from './connection.ts';
import { type HostDeps, sessionClock } from './deps.ts';
import { Documents } from './documents.ts';
import type { EffectResult } from './effects.ts';
import { Grace } from './grace.ts';
import { Health } from './health.ts';
import { Judging } from './judging.ts';
import { Keeping } from './keeping.ts';
import { type Incoming, step1 } from './messages.ts';
import { Notices } from './notices.ts';
import { Presence } from './presence.ts';
import type { Room } from './room.ts';
import { write } from './server-write.ts';
import { Standing } from './standing.ts';
import { InboundQueue, TickResult } from './tick.ts';
import { Turns } from './turns.ts';

/** Updates judged in one tick before the loop gets a turn. */
const TICK_ITEMS = 500;

/**
 * One workshop on this node: owns all its documents, its people and its running session. Everything that changes
 * goes through one tick at a time: check, apply, store, send. The next tick starts when the last is stored, so what
 * others see is always on disk.
 */
export class WorkshopHost {
  readonly id: string;
  readonly #deps: HostDeps;
  readonly #documents: Documents;
  readonly #connections = new Set<Connection>();
  readonly #boardConnections = new Set<Connection>();
  readonly #queue = new InboundQueue();
  readonly #commands: Commands;
  readonly #turns: Turns;
  readonly #grace: Grace;
  readonly #activity: Activity;
  readonly #judging: Judging;
  readonly #keeping: Keeping;
  readonly #presence: Presence;
  readonly #standing: Standing;
  readonly #notices: Notices;
  readonly #health: Health;
  /** What the clocks of the workshop show; graces and lines count real time. */
  readonly #sessionNow: () => number;
  #stopping = false;
  /** The workshop was deleted. */
  isGone = false;
  lastUsed: number;

  private constructor(standing: Standing, deps: HostDeps) {
    this.id = standing.row.id;
    this.#standing = standing;
    this.#deps = deps;
    this.#sessionNow = sessionClock(deps.clock, standing.row.rehearsal);
    this.#documents = new Documents(this.id, deps);
    this.#grace = new Grace(() => deps.clock.now());
    this.#activity = new Activity(deps.kinds);
    this.#judging = new Judging(standing, this.#grace, this.#activity, deps);
    this.#turns = new Turns({
      tick: () => this.#tick(),
      hasMore: () => !this.#queue.isEmpty || !this.#commands.isEmpty,
      failed: (error) => this.#failed(error),
    });
    this.#keeping = new Keeping(standing.row, deps, this.#documents, this.#turns);
    this.#commands = new Commands({
      deps,
      standing,
      documents: this.#documents,
      now: this.#sessionNow,
      waits: () => this.#turns.schedule(),
      finish: (result, more) => this.#finish(result, more),
      adopt: (state, done) => this.#adopt(state, done),
      online: () => this.#notices.online(),
    });
    this.lastUsed = deps.clock.now();
    this.#notices = new Notices(this.#boardConnections, standing, this.#sessionNow);
    this.#health = new Health(this.#sessionNow);
    this.#presence = new Presence(
      this.#boardConnections,
      (connection, clientId) => connection.room.leases.get(clientId),
      (id) => standing.person(id),
      {
        now: () => deps.clock.now(),
        hidesCursors: () => standing.hidesCursors,
        acted: (id) => this.#health.acted(id),
        onBoard: (id) => this.#hasElement(id),
      },
    );
  }

  #hasElement(id: string): boolean {
    const board = this.#documents.opened({ workshopId: this.id, scope: 'board' });
    return board !== undefined && elementsOf(board.live()).has(id);
  }

  /** Reads the workshop from the store; null when there is none. */
  static async open(workshopId: string, deps: HostDeps): Promise<WorkshopHost | null> {
    const standing = await Standing.read(workshopId, deps.store);
    const host = standing && new WorkshopHost(standing, deps);
    // Closed while nobody ran it: nobody meets it open.
    if (host?.isDue) await host.#commands.elapse();
    return host;
  }

  /** Rows were changed over HTTP. Sockets of people who may no longer be here are closed. */
  async refresh(): Promise<void> {
    const { title } = this.#standing.row;
    this.isGone = !(await this.#standing.refresh());
    if (this.isGone) {
      for (const connection of this.#connections) connection.close(CLOSE.gone);
      return;
    }
    if (title !== this.#standing.row.title) await this.#writeTitle(this.#standing.row.title);
    this.#closeUnwelcome();
    this.#notices.people();
  }

  async #writeTitle(title: string): Promise<void> {
    const room = await this.room({ workshopId: this.id, scope: 'board' });
    await this.#turns.alone(async () => {
      const result = new TickResult(this.id);
      write(room, result, (doc) => void doc.getMap('meta').set('title', title));
      await this.#finish(result, {});
    });
  }

  #closeUnwelcome(): void {
    for (const connection of this.#connections) {
      const { participantId, room } = connection;
      if (this.person(participantId)?.status !== 'in') connection.close(CLOSE.removed);
      else if (!this.mayOpen(participantId, room.name)) connection.close(CLOSE.gone);
    }
  }

  /** Its history ended: whoever is in it hears so and begins with the new one. */
  #replace(document: string): void {
    this.#documents.forgetOne(document);
    for (const connection of this.#connections) {
      if (connection.room.document === document) connection.close(CLOSE.resync);
    }
  }

  person(participantId: string): ParticipantRow | undefined {
    return this.#standing.person(participantId);
  }

  /** Nobody is here and nothing is to happen. What is to close stays in memory until then, without a timer of its own. */
  get isQuiet(): boolean {
    const waits = !this.#queue.isEmpty || !this.#commands.isEmpty || this.#turns.isBusy;
    return this.#connections.size === 0 && !waits && this.#standing.row.closesAt === null;
  }

  /** The time for something has come: the close, a reveal, the next step, own frames of somebody who came. */
  get isDue(): boolean {
    const state = this.#standing.sessionState();
    const at = dueAt(state);
    return (at !== null && this.#sessionNow() >= at) || lacksCopies(state, this.#notices.online());
  }

  /** May this person open this document now? */
  mayOpen(participantId: string, { scope, groupId = '' }: RoomName): boolean {
    const role = this.person(participantId)?.role;
    if (!role) return false;
    if (role === 'display') return scope === 'board';
    if (scope === 'backstage') return isFacilitating(role);
    return scope === 'board' || scope === 'mine' || mayOpenGroup(this.#standing.sessionState(), participantId, groupId);
  }

  /** The plan of the workshop, which only facilitators may know. */
  agenda(): Agenda {
    return this.#standing.agenda;
  }

  /** Sockets that a person has in a room. */
  socketsOf(participantId: string, name: RoomName): number {
    const room = this.#documents.opened(name, participantId);
    return [...(room?.connections ?? [])].filter((one) => one.participantId === participantId && one.isOpen).length;
  }

  /** A document of this workshop, read from the store at first use. */
  room(name: RoomName, participantId = ''): Promise<Room> {
    return this.#documents.open(name, participantId);
  }

  /** A fresh client id of this person in a room; stored before it is given out. */
  lease(name: RoomName, participantId: string): Promise<{ clientId: number; epoch: string }> {
    return this.#documents.lease(name, participantId);
  }

  /** A socket came into a room: who it is, what the server has, and a question for what it lacks. */
  enter(connection: Connection): void {
    const { room } = connection;
    const person = this.person(connection.participantId);
    if (person?.status !== 'in') return connection.close(CLOSE.removed);
    this.lastUsed = this.#deps.clock.now();
    this.#connections.add(connection);
    room.connections.add(connection);
    this.#deps.metrics.connections.inc();
    connection.sendHello({
      room: formatRoomName(room.name),
      epoch: room.epoch,
      participantId: person.id,
      name: person.name,
      role: person.role,
      colour: person.colour,
      serverTime: this.#sessionNow(),
      build: this.#deps.build,
    });
    if (!connection.refused) connection.send(step1(room.stateVector()));
    if (room.name.scope !== 'board') return;
    this.#boardConnections.add(connection);
    this.#presence.greet(connection);
    this.#notices.people();
    this.#notices.greet(connection);
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#deps.metrics.connections.dec();
    connection.room.connections.delete(connection);
    if (this.#boardConnections.delete(connection)) {
      this.#presence.leave(connection);
      this.#notices.people();
    }
    this.lastUsed = this.#deps.clock.now();
  }

  receive(connection: Connection, message: Incoming): void {
    switch (message.kind) {
      case 'step1':
        return this.#answer(connection, message.stateVector);
      case 'update':
        // While stopping, what comes later is neither judged nor acknowledged: it comes again.
        if (connection.refused || this.#stopping) return;
        // An answer to our question is no doing of the person.
        if (!message.full) this.#health.wrote(connection.participantId);
        this.#queue.push({ connection, update: message.update, full: message.full });
        return this.#turns.schedule();
      case 'awareness':
        if (connection.room.name.scope === 'board') this.#presence.receive(connection, message.payload);
        return;
      case 'queryAwareness':
        return this.#presence.greet(connection);
      case 'time':
        return connection.sendTime(message.number, this.#sessionNow());
    }
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    try {
      for (const frame of connection.room.answer(stateVector)) connection.send(frame);
    } catch {
      // Only a state vector that does not decode can fail here.
      connection.close(CLOSE.malformed);
    }
  }

  /** Carries a command out once; see {@link WorkshopHosts.command}. */
  command(participantId: string, command: Command): Promise<CommandResult> {
    return this.#commands.give(participantId, command);
  }

  #tick(): Promise<void> {
    const result = new TickResult(this.id);
    this.#judging.judgeAll(this.#queue.take(TICK_ITEMS), result);
    return this.#commands.runNext(result);
  }

  /** Store, then send. */
  async #finish(result: TickResult, more: Partial<Commit>): Promise<void> {
    if (!result.isEmpty || Object.keys(more).length > 0) {
      const commit = result.commit();
      const updates = [...(commit.updates ?? []), ...(more.updates ?? [])];
      await this.#documents.store({ ...commit, ...more, updates });
    }
    result.send();
    for (const room of new Set(result.updates.map((entry) => entry.room))) this.#documents.compact(room);
  }

  /** What is in memory may differ from the log now: drop it, let everybody start from what is stored. */
  #failed(error: unknown): void {
    this.#deps.log.error({ workshop: this.id, err: error }, 'tick failed, documents are reloaded from the log');
    this.#queue.clear();
    this.#commands.rejectAll(error);
    this.#documents.forget();
    for (const connection of this.#connections) connection.close(CLOSE.restart);
  }

  /** The command is stored: now it is true. */
  #adopt(state: SessionState, done: EffectResult): void {
    const before = this.#standing.context('board', this.#deps.kinds);
    if (state.rightsChangedAt !== this.#standing.rightsChangedAt) this.#grace.rightsChanged(before);
    if (done.locked.length > 0) this.#grace.locked(done.locked);
    const hidCursors = this.#standing.hidesCursors;
    for (const person of this.#standing.adopt(state, done)) this.#personChanged(person);
    if (hidCursors !== this.#standing.hidesCursors) this.#presence.refreshAll();
    this.#keep(this.#keeping.stored(done.versions));
    for (const document of done.replaced) this.#replace(document);
    this.#closeUnwelcome();
    this.#notices.people();
    this.#notices.session();
    if (done.workshop.joinCode !== undefined) this.#notices.code();
  }

  /** Signed out: what rests on the session ends at once. */
  endSession(sessionRef: string): void {
    for (const connection of this.#connections) {
      if (connection.sessionRef === sessionRef) connection.close(CLOSE.unauthorized);
    }
  }

  #personChanged({ id, name, role }: ParticipantRow): void {
    this.#presence.refresh(id);
    for (const connection of this.#connections) {
      if (connection.participantId !== id) continue;
      connection.sendDirect({ type: 'you', role, name });
      if (!this.mayOpen(id, connection.room.name)) connection.close(CLOSE.removed);
    }
  }

  online(): ReadonlySet<string> {
    return this.#notices.online();
  }

  people(): PeopleView {
    return this.#standing.people(this.#notices.online());
  }

  /** See {@link WorkshopHosts.liveGist}. */
  async liveGist(most: number): Promise<Gist | null> {
    const room = this.#documents.opened({ workshopId: this.id, scope: 'board' });
    let gist: Gist | null = null;
    if (!room?.isLive) return gist;
    // Between ticks all that is applied is stored.
    await this.#turns.alone(async () => {
      if (room.isLive) gist = gistOf(room.live(), room.kinds, most);
    });
    return gist;
  }

  #keep(keeping: Promise<void>): void {
    keeping.catch((error: unknown) => {
      // The next sweep, or the next version, tries again.
      this.#deps.log.warn({ workshop: this.id, err: error }, 'version or activity not kept');
    });
  }

  async #storeActivity(): Promise<void> {
    const activity = this.#activity.take(this.#deps.clock.now());
    if (activity.length === 0) return;
    await this.#documents.store({ workshopId: this.id, activity });
    await this.#deps.store.activity.trim(this.id, LIMITS.activityKept);
  }

  /** About once a second: keep-alives, stalls, versions, and the close when its time has come. */
  sweep(): void {
    for (const connection of this.#connections) connection.sweep();
    if (this.#connections.size > 0 && !this.#stopping) this.#keep(this.#keeping.sweep());
    if (this.#activity.isDue(this.#deps.clock.now()) && !this.#stopping) this.#keep(this.#storeActivity());
    this.#tellHealth();
    if (!this.isDue || this.#stopping) return;
    this.#commands.elapse().catch((error: unknown) => {
      // The next sweep tries again.
      this.#deps.log.warn({ workshop: this.id, err: error }, 'what was due was not done in time');
    });
  }

  /** While a step runs facilitators hear how people do. */
  #tellHealth(): void {
    if (this.#standing.run.stepId === null || !this.#notices.hasFacilitators()) return;
    this.#notices.health(
      this.#health.count({
        members: this.#standing.members(),
        online: this.#notices.online(),
        notesOf: (id) => this.#documents.opened({ workshopId: this.id, scope: 'mine' }, id)?.countInUse() ?? 0,
      }),
    );
  }

  /** Nobody is here any more: compact what has a tail and let the live documents go. */
  async cool(): Promise<void> {
    await this.#storeActivity();
    await this.#documents.cool();
  }

  /** Stop: what is queued is judged and stored, then everybody is told to come back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#turns.whenIdle();
    this.#turns.stop();
    this.#documents.stop();
    await this.#storeActivity().catch((error: unknown) => {
      this.#deps.log.warn({ workshop: this.id, err: error }, 'activity of the last minute not kept');
    });
    this.#presence.stop();
    this.#notices.stop();
    for (const connection of this.#connections) connection.close(CLOSE.restart);
  }
}
