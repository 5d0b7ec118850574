import { CLOSE, MESSAGE } from '@talkoot/protocol';
import type { Activity } from './activity.ts';
import type { Connection } from './connection.ts';
import type { HostDeps } from './deps.ts';
import { type GateAnswer, judge } from './gate/gate.ts';
import type { Grace } from './grace.ts';
import { jsonMessage, step1 } from './messages.ts';
import type { Room } from './room.ts';
import type { Standing } from './standing.ts';
import type { Inbound, TickResult } from './tick.ts';

/** Puts what came over sockets before the gate, applies what it lets through and answers what it refuses. */
export class Judging {
  readonly #standing: Standing;
  readonly #grace: Grace;
  readonly #activity: Activity;
  readonly #deps: HostDeps;

  constructor(standing: Standing, grace: Grace, activity: Activity, deps: HostDeps) {
    this.#standing = standing;
    this.#grace = grace;
    this.#activity = activity;
    this.#deps = deps;
  }

  /** Checking and applying alternate, room by room in one Yjs transaction, so each update meets what the former left. */
  judgeAll(items: readonly Inbound[], result: TickResult): void {
    const byRoom = new Map<Room, Inbound[]>();
    for (const item of items) {
      const list = byRoom.get(item.connection.room);
      if (list) list.push(item);
      else byRoom.set(item.connection.room, [item]);
    }
    for (const [room, list] of byRoom) {
      const writers = new Set<Connection>();
      const update = room.write(() => {
        for (const item of list) this.#judgeOne(room, item, result, writers);
      });
      if (update) result.add(room, update, writers);
    }
  }

  #judgeOne(room: Room, { connection, update, full }: Inbound, result: TickResult, writers: Set<Connection>): void {
    if (connection.refused) return;
    connection.judged++;
    const person = this.#standing.person(connection.participantId);
    if (person?.status !== 'in') return connection.close(CLOSE.removed);
    const actor = { participantId: person.id, role: person.role };
    const context = this.#standing.context(room.name.scope, this.#deps.kinds);
    const answer = judge(update, actor, {
      doc: room.live(),
      kinds: this.#deps.kinds,
      leaseOf: (client) => room.leases.get(client),
      deleted: (id) => room.deleted.get(id),
      elementCount: room.elementCount,
      structCount: room.structCount,
      judgements: this.#grace.judgements(context, person.id),
    });
    if (!answer.ok) return this.#refuse(connection, answer, full);
    if (full) connection.hasGap = false;
    this.#note(room, person.id, answer, result);
    if (answer.bytes) {
      room.applyJudged(answer.bytes, answer.structs);
      writers.add(connection);
    }
    if (!connection.hasGap) result.accept(connection, answer);
    this.#deps.metrics.accepted.inc();
  }

  /** What must be known later of an update: whose ids it uses, what it deletes, who was writing where. */
  #note(room: Room, personId: string, answer: Extract<GateAnswer, { ok: true }>, result: TickResult): void {
    for (const client of answer.leases) result.lease(room, client, personId);
    if (room.name.scope === 'board') this.#activity.note(answer.changes, room.live(), personId, this.#deps.clock.now());
    for (const change of answer.changes) {
      if (change.type === 'delete') {
        result.noteDeleted(room, change.id, personId);
        room.elementCount--;
      } else if (change.type === 'create') room.elementCount++;
      else if (change.type === 'text') this.#grace.wroteWords(personId, change.id);
      else if (change.type === 'set' && change.field === 'locked' && change.value === true)
        this.#grace.locked([change.id]);
    }
  }

  #refuse(connection: Connection, answer: Extract<GateAnswer, { ok: false }>, full: boolean): void {
    // Something before this frame is missing, as on a connection just made: ask for all that the server lacks.
    if (answer.code === 'gap' && !full) {
      if (!connection.hasGap) connection.send(step1(connection.room.stateVector()));
      connection.hasGap = true;
      return;
    }
    connection.refused = true;
    this.#deps.metrics.refused.inc({ code: answer.code });
    // Not as `code`: the log hides what is called so.
    const { id: workshop } = this.#standing.row;
    this.#deps.log.info({ workshop, refusal: answer.code, why: answer.detail }, 'update refused');
    if (answer.code === 'gap') return connection.close(CLOSE.resync);
    if (answer.code === 'malformed') return connection.close(CLOSE.malformed);
    if (!connection.talksV1) return connection.close(answer.code === 'tooLarge' ? CLOSE.tooLarge : CLOSE.refused);
    connection.send(
      jsonMessage(MESSAGE.refused, { code: answer.code, elementIds: answer.elementIds, accepted: connection.accepted }),
    );
  }
}
