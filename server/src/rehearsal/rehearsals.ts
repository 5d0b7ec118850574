import { keptText, nextStep, QUIET_RUN, timetable } from '@talkoot/facilitation';
import {
  type Command,
  REHEARSAL,
  type RehearsalInput,
  RehearsalReport,
  type RehearsalState,
  type RehearsalView,
} from '@talkoot/protocol';
import { newParticipant, type People } from '../auth/people.ts';
import type { CookieJar } from '../auth/cookies.ts';
import type { Guests } from '../auth/guests.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { ProblemError } from '../problem.ts';
import { personName, rehearsalTitle } from './names.ts';
import type { OpenStore } from '../storage/engines.ts';
import type { ParticipantRow, WorkshopRow } from '../storage/port.ts';
import type { WorkshopHosts } from '../sync/port.ts';
import { CrowdThread } from './crowd-thread.ts';
import type { FromCrowd } from './messages.ts';

const SWEEP_MS = 15_000;

/** Rehearsals of workshops on throw-away copies, with simulated people. One of a workshop at a time. */
export interface Rehearsals {
  /** Makes the copy, with this person as its facilitator, and lets simulated people come. */
  begin(
    workshop: WorkshopRow,
    leader: ParticipantRow,
    input: RehearsalInput,
  ): Promise<{ view: RehearsalView; leader: ParticipantRow }>;
  state(workshopId: string): Promise<RehearsalState>;
  /** Whether steps follow one another by themselves. */
  setAuto(workshopId: string, auto: boolean): void;
  /** Ends what runs and removes the copy. */
  end(workshopId: string): Promise<void>;
  /** After a start: nobody is left to be simulated, so copies go. */
  resume(): Promise<void>;
  /** The server stops. */
  stop(): Promise<void>;
}

interface Parts {
  store: OpenStore;
  hosts: WorkshopHosts;
  people: People;
  guests: Guests;
  cookies: CookieJar;
  clock: Clock;
  log: Log;
  /** Origin by which the server reaches itself, once it listens. */
  base(): string;
}

/** A rehearsal that is under way, or whose copy is still looked at. */
interface Running {
  workshopId: string;
  copyId: string;
  input: RehearsalInput;
  leaderId: string;
  language: WorkshopRow['language'];
  begunAt: number;
  auto: boolean;
  present: number;
  over: boolean;
  /** When a facilitator was last seen in the copy. */
  seenAt: number;
  thread: CrowdThread | null;
  /** People are let in one after another, so that neighbours get different colours. */
  admitting: Promise<void>;
}

export function createRehearsals(parts: Parts): Rehearsals {
  return new RehearsalTable(parts);
}

class RehearsalTable implements Rehearsals {
  readonly #parts: Parts;
  readonly #running = new Map<string, Running>();
  /** Workshops whose copy is being made. */
  readonly #beginning = new Set<string>();
  readonly #sweeper: NodeJS.Timeout;
  #commands = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS).unref();
  }

  begin: Rehearsals['begin'] = async (workshop, leader, input) => {
    const { id } = workshop;
    if (this.#running.get(id)?.over) await this.end(id);
    if (this.#running.has(id) || this.#beginning.has(id)) throw new ProblemError('conflict', 'a rehearsal runs');
    const busy = [...this.#running.values()].filter(({ over }) => !over).length + this.#beginning.size;
    if (busy >= REHEARSAL.atOnce) throw new ProblemError('too-many-requests', 'as many rehearsals as there may be');
    this.#beginning.add(id);
    try {
      const agenda = await this.#parts.hosts.agenda(id);
      if (!nextStep(agenda, null)) throw new ProblemError('conflict', 'the agenda has no step');
      const copy = await this.#copy(workshop, leader, input.speed);
      const running: Running = {
        ...{ workshopId: id, copyId: copy.copyId, input, leaderId: copy.leader.id, language: workshop.language },
        ...{ begunAt: Date.now(), seenAt: Date.now(), auto: true, present: 0, over: false, thread: null },
        admitting: Promise.resolve(),
      };
      this.#running.set(id, running);
      running.thread = new CrowdThread(
        { workshopId: copy.copyId, input, minutes: timetable(agenda).minutes, seed: copy.copyId, auto: true },
        (message) => this.#heard(running, message),
        (error) => this.#failed(running, error),
      );
      this.#parts.log.info({ workshop: id, copy: copy.copyId, ...input }, 'rehearsal began');
      return { view: view(running), leader: copy.leader };
    } finally {
      this.#beginning.delete(id);
    }
  };

  /** The board and the agenda as they are, without people, private notes or what stands backstage. */
  async #copy(
    workshop: WorkshopRow,
    leader: ParticipantRow,
    speed: number,
  ): Promise<{ copyId: string; leader: ParticipantRow }> {
    const { store, hosts, clock } = this.#parts;
    const { teamId, language, rules } = workshop;
    const [id, now] = [newId(), clock()];
    const title = rehearsalTitle(workshop.title, language);
    const standing = { state: 'open', rules } as const;
    const { update, agenda } = await hosts.copyBoard(workshop.id, { title, language, standing });
    const { name, role, accountId } = leader;
    const copied = newParticipant(id, { name, role, accountId, status: 'in' }, { index: 0, now });
    await store.workshops.create({
      workshop: {
        ...{ id, teamId, title, language, ...standing, joinCode: null, closesAt: null },
        ...{ createdAt: now, updatedAt: now, deletedAt: null },
        rehearsal: { of: workshop.id, speed, begunAt: now },
      },
      participants: [copied],
      documents: [{ document: id, update }],
      grants: await store.workshops.grants(workshop.id),
      session: keptText({ agenda, run: QUIET_RUN, rightsChangedAt: now }),
    });
    return { copyId: id, leader: copied };
  }

  #heard(running: Running, message: FromCrowd): void {
    this.#carryOut(running, message).catch((error: unknown) => {
      // The next message tries again; a copy that is gone has nothing to say any more.
      this.#parts.log.warn({ copy: running.copyId, err: error }, 'rehearsal: something was not done');
    });
  }

  async #carryOut(running: Running, message: FromCrowd): Promise<void> {
    switch (message.type) {
      case 'admit':
        running.admitting = running.admitting.catch(() => {}).then(() => this.#admit(running, message.number));
        return running.admitting;
      case 'next':
        return this.#next(running, message.after);
      case 'reveal':
        return this.#command(running, { type: 'reveal', frames: null, authors: null });
      case 'turn':
        return this.#command(running, { type: 'turn', to: 'next' });
      case 'progress':
        running.present = message.present;
        return this.#keep(running, message.report);
      case 'over':
        running.over = true;
        running.present = 0;
        running.thread = null;
        this.#parts.log.info({ copy: running.copyId, faults: message.faults }, 'rehearsal is over');
        return this.#keep(running, message.report);
    }
  }

  async #admit(running: Running, number: number): Promise<void> {
    const { people, guests, cookies, base } = this.#parts;
    const name = personName(number, running.language);
    try {
      const person = await people.add(running.copyId, { name, role: 'participant', status: 'in', accountId: null });
      const cookie = `${cookies.guest(running.copyId)}=${await guests.begin(running.copyId, person.id)}`;
      const pass = { base: base(), participantId: person.id, name, headers: { cookie } };
      running.thread?.tell({ type: 'pass', number, pass });
    } catch (error) {
      running.thread?.tell({ type: 'pass', number, pass: null });
      throw error;
    }
  }

  /** The step after this one begins; after the last all is done. */
  async #next(running: Running, after: string | null): Promise<void> {
    const agenda = await this.#parts.hosts.agenda(running.copyId);
    await this.#command(running, { type: 'goTo', stepId: nextStep(agenda, after)?.id ?? null });
  }

  /** In the name of whoever rehearses. */
  async #command(running: Running, command: Led): Promise<void> {
    const given: Command = { id: `rehearsal-${++this.#commands}`, ...command };
    await this.#parts.hosts.command(running.copyId, running.leaderId, given);
  }

  async #keep({ workshopId }: Running, report: RehearsalReport): Promise<void> {
    if (report.steps.length === 0) return;
    const text = JSON.stringify(report);
    await this.#parts.store.db
      .insertInto('rehearsalReport')
      .values({ workshopId, report: text })
      .onConflict((same) => same.column('workshopId').doUpdateSet({ report: text }))
      .execute();
  }

  #failed(running: Running, error: unknown): void {
    this.#parts.log.error({ copy: running.copyId, err: error }, 'the simulated people are gone');
    running.over = true;
    running.present = 0;
    running.thread = null;
  }

  state: Rehearsals['state'] = async (workshopId) => {
    const running = this.#running.get(workshopId);
    const kept = await this.#parts.store.db
      .selectFrom('rehearsalReport')
      .select('report')
      .where('workshopId', '=', workshopId)
      .executeTakeFirst();
    const report = kept ? RehearsalReport.safeParse(JSON.parse(kept.report)) : null;
    return { running: running ? view(running) : null, report: report?.success ? report.data : null };
  };

  setAuto: Rehearsals['setAuto'] = (workshopId, auto) => {
    const running = this.#running.get(workshopId);
    if (!running) throw new ProblemError('not-found', 'no rehearsal runs');
    running.auto = auto;
    running.thread?.tell({ type: 'auto', auto });
  };

  end: Rehearsals['end'] = async (workshopId) => {
    const running = this.#running.get(workshopId);
    if (!running) return;
    const report = await running.thread?.end();
    running.thread = null;
    if (report) await this.#keep(running, report);
    await this.#remove(running.copyId);
    this.#running.delete(workshopId);
    this.#parts.log.info({ workshop: workshopId, copy: running.copyId }, 'rehearsal removed');
  };

  async #remove(copyId: string): Promise<void> {
    const { hosts, store, clock } = this.#parts;
    // First it is gone for everybody, then for good.
    await store.db.updateTable('workshop').set({ deletedAt: clock() }).where('id', '=', copyId).execute();
    await hosts.drop(copyId);
    await store.db.deleteFrom('workshop').where('id', '=', copyId).execute();
  }

  resume: Rehearsals['resume'] = async () => {
    await this.#parts.store.db.deleteFrom('workshop').where('rehearsal', 'is not', null).execute();
  };

  /** Copies that nobody leads any more, or that are too old, go. */
  async #sweep(): Promise<void> {
    for (const running of [...this.#running.values()]) {
      try {
        const online = await this.#parts.hosts.online(running.copyId);
        if (online.has(running.leaderId)) running.seenAt = Date.now();
        const left = Date.now() - running.seenAt > REHEARSAL.leftMs;
        if (left || Date.now() - running.begunAt > REHEARSAL.mostMs) await this.end(running.workshopId);
      } catch (error) {
        // The next sweep tries again.
        this.#parts.log.warn({ copy: running.copyId, err: error }, 'rehearsal not looked after');
      }
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeper);
    await Promise.all([...this.#running.keys()].map((workshopId) => this.end(workshopId)));
  }
}

/** What whoever rehearses is spared of giving. */
type Led =
  | { type: 'goTo'; stepId: string | null }
  | { type: 'reveal'; frames: null; authors: null }
  | { type: 'turn'; to: 'next' };

function view({ copyId, input, auto, present, over }: Running): RehearsalView {
  return { copyId, input, auto, present, over };
}
