import { apply, type SessionState, sessionView } from '@talkoot/facilitation';
import { type BoardView, type Change, decide } from '@talkoot/rights';
import {
  CLOSE,
  type Command,
  type CommandResult,
  documentName,
  formatRoomName,
  isFacilitating,
  LIMITS,
  MESSAGE,
  type PeopleView,
  type Role,
  type RoomName,
  type Scope,
} from '@talkoot/protocol';
import { ProblemError } from '../problem.ts';
import { type Commit, CommandDone, type ParticipantRow, StoreUnavailable } from '../storage/port.ts';
import type { Connection } from './connection.ts';
import { carryOut, type EffectResult } from './effects.ts';
import { type GateAnswer, judge } from './gate/gate.ts';
import { Grace } from './grace.ts';
import type { HostDeps } from './hosts.ts';
import { type Incoming, jsonMessage, SYNC, syncMessage } from './messages.ts';
import { Presence } from './presence.ts';
import { Room } from './room.ts';
import { Notices } from './notices.ts';
import { Standing } from './standing.ts';
import { InboundQueue, type Inbound, TickResult } from './tick.ts';

/** Updates judged in one tick before the loop gets a turn. */
const TICK_ITEMS = 500;

interface WaitingCommand {
  participantId: string;
  command: Command;
  resolve: (result: CommandResult) => void;
  reject: (error: Error) => void;
}

/**
 * One workshop on this node: owns all its documents, its people and its running session. Everything that changes
 * goes through one tick at a time: check, apply, store, send. The next tick starts when the last is stored, so what
 * others see is always on disk.
 */
export class WorkshopHost {
  readonly id: string;
  readonly #deps: HostDeps;
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #opened = new Map<string, Room>();
  readonly #connections = new Set<Connection>();
  readonly #boardConnections = new Set<Connection>();
  readonly #queue = new InboundQueue();
  readonly #commands: WaitingCommand[] = [];
  readonly #underWay = new Map<string, Promise<CommandResult>>();
  readonly #grace: Grace;
  readonly #presence: Presence;
  readonly #standing: Standing;
  readonly #notices: Notices;
  #ticking = false;
  #lastTickEnd = 0;
  #idle: (() => void)[] = [];
  #stopping = false;
  #stopped = false;
  lastUsed: number;

  private constructor(standing: Standing, deps: HostDeps) {
    this.id = standing.row.id;
    this.#standing = standing;
    this.#deps = deps;
    this.#grace = new Grace(() => deps.clock.now());
    this.lastUsed = deps.clock.now();
    this.#notices = new Notices(this.#boardConnections, standing);
    this.#presence = new Presence(
      this.#boardConnections,
      (connection, clientId) => connection.room.leases.get(clientId),
      (id) => standing.person(id),
    );
  }

  /** Reads the workshop from the store; null when there is none. */
  static async open(workshopId: string, deps: HostDeps): Promise<WorkshopHost | null> {
    const standing = await Standing.read(workshopId, deps.store);
    return standing && new WorkshopHost(standing, deps);
  }

  /** Rows were changed over HTTP. Sockets of people who may no longer be here are closed. */
  async refresh(): Promise<void> {
    const { title } = this.#standing.row;
    if (!(await this.#standing.refresh())) {
      for (const connection of this.#connections) connection.close(CLOSE.gone);
      return;
    }
    if (title !== this.#standing.row.title) await this.#writeTitle(this.#standing.row.title);
    this.#closeUnwelcome();
    this.#notices.people();
  }

  async #writeTitle(title: string): Promise<void> {
    const room = await this.room({ workshopId: this.id, scope: 'board' });
    while (this.#ticking) await this.#whenIdle();
    this.#ticking = true;
    await this.#alone(async () => {
      const result = new TickResult(this.id);
      const update = room.write((doc) => doc.getMap('meta').set('title', title));
      if (update) result.add(room, update, null);
      await this.#finish(result, {});
    });
  }

  #closeUnwelcome(): void {
    for (const connection of this.#connections) {
      if (this.person(connection.participantId)?.status !== 'in') connection.close(CLOSE.removed);
    }
  }

  person(participantId: string): ParticipantRow | undefined {
    return this.#standing.person(participantId);
  }

  get isQuiet(): boolean {
    return this.#connections.size === 0 && this.#queue.isEmpty && this.#commands.length === 0 && !this.#ticking;
  }

  /** May this role open documents of this scope? */
  mayOpen(role: Role, scope: Scope): boolean {
    if (scope === 'backstage') return isFacilitating(role);
    if (scope === 'mine') return role !== 'display';
    // Groups come with the agenda; until a step makes some, nobody is in one.
    return scope === 'board';
  }

  /** A document of this workshop, read from the store at first use. */
  room(name: RoomName, participantId = ''): Promise<Room> {
    const document = documentName(name, participantId);
    const known = this.#rooms.get(document);
    if (known) return known;
    const loading = this.#deps.store.documents.load(this.id, document).then((stored) => {
      const room = new Room(name, document, stored, this.#deps.kinds);
      this.#opened.set(document, room);
      return room;
    });
    loading.catch(() => this.#rooms.delete(document));
    this.#rooms.set(document, loading);
    return loading;
  }

  /** A fresh client id of this person in a room; stored before it is given out. */
  async lease(name: RoomName, participantId: string): Promise<{ clientId: number; epoch: string }> {
    const room = await this.room(name, participantId);
    let clientId = 0;
    while (clientId === 0 || room.leases.has(clientId)) clientId = this.#deps.ids.clientId();
    room.leases.set(clientId, participantId);
    await this.#deps.store.documents.commit({
      workshopId: this.id,
      leases: [{ document: room.document, clientId, participantId }],
    });
    return { clientId, epoch: room.epoch };
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
      serverTime: this.#deps.clock.now(),
      build: this.#deps.build,
    });
    if (!connection.refused) connection.send(step1(room));
    if (room.name.scope !== 'board') return;
    this.#boardConnections.add(connection);
    this.#presence.greet(connection);
    this.#notices.people();
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
        this.#queue.push({ connection, update: message.update, full: message.full });
        return this.#schedule();
      case 'awareness':
        if (connection.room.name.scope === 'board') this.#presence.receive(connection, message.payload);
        return;
      case 'queryAwareness':
        return this.#presence.greet(connection);
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

  /** Carries a command out once; see {@link WorkshopHosts.command}. The same one sent twice at once is one. */
  command(participantId: string, command: Command): Promise<CommandResult> {
    const key = commandKey(participantId, command);
    const first = this.#underWay.get(key);
    if (first) return first;
    const answer = this.#carryOut(participantId, command).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, answer);
    return answer;
  }

  async #carryOut(participantId: string, command: Command): Promise<CommandResult> {
    const before = await this.#deps.store.documents.commandResult(this.id, commandKey(participantId, command));
    if (before !== null) return JSON.parse(before) as CommandResult;
    // Documents a command touches are loaded before its tick, which must not wait.
    await this.room({ workshopId: this.id, scope: 'board' });
    if (command.type === 'publish') await this.room({ workshopId: this.id, scope: command.from }, participantId);
    return new Promise((resolve, reject) => {
      this.#commands.push({ participantId, command, resolve, reject });
      this.#schedule();
    });
  }

  /** At once when the workshop was quiet, joined into ticks under load. */
  #schedule(): void {
    if (this.#ticking || this.#stopped) return;
    this.#ticking = true;
    const since = performance.now() - this.#lastTickEnd;
    if (since > LIMITS.tickMs) setImmediate(() => void this.#tick());
    else setTimeout(() => void this.#tick(), LIMITS.tickMs - since);
  }

  #tick(): Promise<void> {
    return this.#alone(async () => {
      const result = new TickResult(this.id);
      this.#judgeAll(this.#queue.take(TICK_ITEMS), result);
      const next = this.#commands.shift();
      if (next) await this.#runCommand(next, result);
      else await this.#finish(result, {});
    });
  }

  /** One piece of work that changes documents, after the last and before the next. */
  async #alone(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#ticking = false;
      this.#lastTickEnd = performance.now();
      if (!this.#queue.isEmpty || this.#commands.length > 0) this.#schedule();
      else for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  #whenIdle(): Promise<void> {
    if (!this.#ticking) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Checking and applying alternate, room by room in one Yjs transaction, so each update meets what the former left. */
  #judgeAll(items: readonly Inbound[], result: TickResult): void {
    const byRoom = new Map<Room, Inbound[]>();
    for (const item of items) {
      const list = byRoom.get(item.connection.room);
      if (list) list.push(item);
      else byRoom.set(item.connection.room, [item]);
    }
    for (const [room, list] of byRoom) {
      room.live().transact((transaction) => {
        for (const item of list) this.#judgeOne(room, item, result);
        // After changes of others Yjs tidies format marks by itself. The server must not: nobody would hear of it.
        transaction.local = true;
      }, 'tick');
    }
  }

  #judgeOne(room: Room, { connection, update, full }: Inbound, result: TickResult): void {
    if (connection.refused) return;
    connection.judged++;
    const person = this.person(connection.participantId);
    if (person?.status !== 'in') return connection.close(CLOSE.removed);
    const actor = { participantId: person.id, role: person.role };
    const context = this.#standing.context(room.name.scope, this.#deps.kinds);
    const answer = judge(update, actor, {
      doc: room.live(),
      kinds: this.#deps.kinds,
      leaseOf: (client) => room.leases.get(client),
      deleted: (id) => room.deleted.get(id),
      elementCount: room.elementCount,
      judgements: this.#grace.judgements(context, person.id),
    });
    if (!answer.ok) return this.#refuse(connection, answer, full);
    if (full) connection.hasGap = false;
    for (const client of answer.leases) result.lease(room, client, person.id);
    for (const change of answer.changes) {
      if (change.type === 'delete') {
        result.noteDeleted(room, change.id, person.id);
        room.elementCount--;
      } else if (change.type === 'create') room.elementCount++;
      else if (change.type === 'text') this.#grace.wroteWords(person.id, change.id);
      else if (change.type === 'set' && change.field === 'locked' && change.value === true)
        this.#grace.locked([change.id]);
    }
    if (answer.bytes) {
      room.applyJudged(answer.bytes);
      result.add(room, answer.bytes, connection);
    }
    if (!connection.hasGap) result.accept(connection, answer);
    this.#deps.metrics.accepted.inc();
  }

  #refuse(connection: Connection, answer: Extract<GateAnswer, { ok: false }>, full: boolean): void {
    // Something before this frame is missing, as on a connection just made: ask for all that the server lacks.
    if (answer.code === 'gap' && !full) {
      if (!connection.hasGap) connection.send(step1(connection.room));
      connection.hasGap = true;
      return;
    }
    connection.refused = true;
    this.#deps.metrics.refused.inc({ code: answer.code });
    // Not as `code`: the log hides what is called so.
    this.#deps.log.info({ workshop: this.id, refusal: answer.code, why: answer.detail }, 'update refused');
    if (answer.code === 'gap') return connection.close(CLOSE.resync);
    if (answer.code === 'malformed') return connection.close(CLOSE.malformed);
    if (!connection.talksV1) return connection.close(answer.code === 'tooLarge' ? CLOSE.tooLarge : CLOSE.refused);
    connection.send(
      jsonMessage(MESSAGE.refused, { code: answer.code, elementIds: answer.elementIds, accepted: connection.accepted }),
    );
  }

  /** Store, then send. While the store is away this waits: nobody sees anything that could be lost. */
  async #finish(result: TickResult, more: Partial<Commit>): Promise<void> {
    const commit = { ...result.commit(), ...more };
    if (!result.isEmpty || Object.keys(more).length > 0) await this.#store(commit);
    result.send();
    for (const room of new Set(result.updates.map((entry) => entry.room))) {
      if (room.wantsSnapshot) this.#snapshot(room);
    }
  }

  async #store(commit: Commit): Promise<void> {
    const stop = this.#deps.metrics.stored.startTimer();
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#deps.store.documents.commit(commit);
        stop();
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || !error.retry || this.#stopped) throw error;
        this.#deps.log.warn({ workshop: this.id, reason: error.reason, attempt }, 'store away, work waits');
        await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 50 * 2 ** attempt)));
      }
    }
  }

  #snapshot(room: Room): void {
    const snapshot = room.takeSnapshot();
    this.#deps.store.documents.saveSnapshot(this.id, room.document, snapshot).catch((error: unknown) => {
      // The log still has everything; the next snapshot tries again.
      this.#deps.log.warn({ workshop: this.id, err: error }, 'snapshot not saved');
    });
  }

  /** What is in memory may differ from the log now: drop it, let everybody start from what is stored. */
  #failed(error: unknown): void {
    this.#deps.log.error({ workshop: this.id, err: error }, 'tick failed, documents are reloaded from the log');
    this.#queue.clear();
    for (const waiting of this.#commands.splice(0)) waiting.reject(new ProblemError('store-away', String(error)));
    this.#rooms.clear();
    this.#opened.clear();
    for (const connection of this.#connections) connection.close(CLOSE.restart);
  }

  async #runCommand(waiting: WaitingCommand, result: TickResult): Promise<void> {
    const { command, participantId } = waiting;
    const outcome = apply(this.#standing.sessionState(), command, { participantId }, this.#deps.clock.now());
    if (!outcome.ok) {
      waiting.reject(new ProblemError(outcome.problem, outcome.detail));
      return this.#finish(result, {});
    }
    let done: EffectResult;
    try {
      done = carryOut(outcome.effects, result, {
        by: participantId,
        workshop: this.#standing.row,
        now: this.#deps.clock.now(),
        kinds: this.#deps.kinds,
        ids: this.#deps.ids,
        room: (scope) => this.#opened.get(documentName({ workshopId: this.id, scope }, participantId)),
        mayWrite: (change, board) => this.#mayWrite(participantId, change, board),
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      waiting.reject(error);
      return this.#finish(result, {});
    }
    await this.#storeCommand(waiting, outcome.state, done, result);
  }

  async #storeCommand(
    waiting: WaitingCommand,
    state: SessionState,
    done: EffectResult,
    result: TickResult,
  ): Promise<void> {
    const { command, participantId } = waiting;
    const now = this.#deps.clock.now();
    const answer: CommandResult = { id: command.id, done: true, ...done.answer };
    const more: Partial<Commit> = {
      session: JSON.stringify(sessionView(state)),
      command: {
        id: commandKey(participantId, command),
        type: command.type,
        participantId,
        at: now,
        result: JSON.stringify(answer),
      },
      participants: done.participants,
      workshop: { ...done.workshop, updatedAt: now },
    };
    try {
      await this.#finish(result, more);
    } catch (error) {
      if (error instanceof CommandDone) {
        waiting.resolve(JSON.parse(error.result) as CommandResult);
        throw error;
      }
      waiting.reject(new ProblemError('store-away', String(error)));
      throw error;
    }
    this.#adopt(state, done, command);
    waiting.resolve(answer);
  }

  /** The command is stored: now it is true. */
  #adopt(state: SessionState, done: EffectResult, command: Command): void {
    if (command.type === 'setRules') this.#grace.rulesChanged(this.#standing.row.rules);
    if (command.type === 'lock' && command.locked) this.#grace.locked(command.elementIds);
    for (const person of this.#standing.adopt(state, done)) this.#personChanged(person);
    this.#closeUnwelcome();
    this.#notices.people();
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
      if (!this.mayOpen(role, connection.room.name.scope)) connection.close(CLOSE.removed);
    }
  }

  /** Would this person be allowed to write what the server is to write for them? */
  #mayWrite(participantId: string, change: Change, board: BoardView): boolean {
    const person = this.person(participantId);
    const context = this.#standing.context('board', this.#deps.kinds);
    return person !== undefined && decide(change, { participantId, role: person.role }, context, board).allowed;
  }

  people(): PeopleView {
    return this.#standing.people(this.#notices.online());
  }

  /** About once a second: keep-alives, stalls. */
  sweep(): void {
    for (const connection of this.#connections) connection.sweep();
  }

  /** Nobody is here any more: compact what has a tail and let the live documents go. */
  async cool(): Promise<void> {
    for (const room of this.#opened.values()) {
      if (!room.isClean || !room.isLive) continue;
      if (room.hasTail) await this.#deps.store.documents.saveSnapshot(this.id, room.document, room.takeSnapshot());
      room.cool();
    }
  }

  /** Stop: what is queued is judged and stored, then everybody is told to come back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#ticking || !this.#queue.isEmpty) await this.#whenIdle();
    this.#stopped = true;
    this.#presence.stop();
    this.#notices.stop();
    for (const connection of this.#connections) connection.close(CLOSE.restart);
  }
}

/** A command id belongs to its sender: nobody gets another's answer by knowing it. */
function commandKey(participantId: string, command: Command): string {
  return `${participantId}/${command.id}`;
}

function step1(room: Room): Uint8Array {
  return syncMessage(SYNC.step1, room.stateVector());
}
