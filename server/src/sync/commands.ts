import {
  apply,
  type BoardFacts,
  elapse,
  keptText,
  nextStep,
  type SessionState,
  showsCounts,
  stepOf,
} from '@talkoot/facilitation';
import type { AgendaStep, Command, CommandResult } from '@talkoot/protocol';
import { type BoardView, type Change, decide } from '@talkoot/rights';
import { ProblemError } from '../problem.ts';
import { type Commit, CommandDone } from '../storage/port.ts';
import { mayName, packed } from '../versions/versions.ts';
import type { HostDeps } from './deps.ts';
import type { Documents } from './documents.ts';
import { carryOut, type EffectResult } from './effects.ts';
import { itemsIn, repeatedIn, topLevelOf } from './facts.ts';
import { openFor, openPrivate } from './moving.ts';
import { waitingNotes } from './reveal.ts';
import type { Standing } from './standing.ts';
import type { TickResult } from './tick.ts';

interface WaitingCommand {
  participantId: string;
  /** Null when time alone moves the workshop on. */
  command: Command | null;
  resolve: (result: CommandResult) => void;
  reject: (error: Error) => void;
}

/** What commands need of the workshop they belong to. */
export interface CommandHost {
  readonly deps: HostDeps;
  readonly standing: Standing;
  readonly documents: Documents;
  /** The time of the workshop, ms. */
  now(): number;
  /** A command waits for its tick. */
  waits(): void;
  /** Stores and sends what the tick changed, with what the command adds to the commit. */
  finish(result: TickResult, more: Partial<Commit>): Promise<void>;
  /** People who are connected. */
  online(): ReadonlySet<string>;
  /** The command is stored: now it is true. */
  adopt(state: SessionState, done: EffectResult): void;
}

/** Carries out facilitation commands, each once and as the last part of a tick of its own. */
export class Commands {
  readonly #host: CommandHost;
  readonly #waiting: WaitingCommand[] = [];
  readonly #underWay = new Map<string, Promise<CommandResult>>();

  constructor(host: CommandHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Answers when the command is stored. The same one sent twice at once is one. */
  give(participantId: string, command: Command): Promise<CommandResult> {
    return this.#once(commandKey(participantId, command), () => this.#give(participantId, command));
  }

  /** Time has passed: what it brings is carried out like a command that nobody gave. */
  async elapse(): Promise<void> {
    await this.#once(TIME, async () => {
      await this.#host.documents.open({ workshopId: this.#host.standing.row.id, scope: 'board' });
      const { agenda, run } = this.#host.standing.sessionState();
      await this.#openCounted(nextStep(agenda, run.stepId));
      return this.#queue(TIME, null);
    });
  }

  #once(key: string, carryOut: () => Promise<CommandResult>): Promise<CommandResult> {
    const first = this.#underWay.get(key);
    if (first) return first;
    const answer = carryOut().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, answer);
    return answer;
  }

  async #give(participantId: string, command: Command): Promise<CommandResult> {
    const { deps, documents, standing } = this.#host;
    const workshopId = standing.row.id;
    const before = await deps.store.documents.commandResult(workshopId, commandKey(participantId, command));
    if (before !== null) return JSON.parse(before) as CommandResult;
    // Documents a command touches are loaded before its tick, which must not wait.
    await documents.open({ workshopId, scope: 'board' });
    if (command.type === 'goTo') await this.#openCounted(stepOf(standing.agenda, command.stepId));
    if (command.type === 'publish') await documents.open({ workshopId, scope: command.from }, participantId);
    if (command.type === 'handIn') await documents.open({ workshopId, scope: 'backstage' });
    if (command.type === 'saveVersion' && command.name !== null) await mayName(deps.store.versions, workshopId);
    return this.#queue(participantId, command);
  }

  /** What a step counts when it begins is at hand then. */
  async #openCounted(step: AgendaStep | undefined): Promise<void> {
    const { documents, standing } = this.#host;
    if (!showsCounts(step)) return;
    await openPrivate(Object.keys(standing.sessionState().people), documents, standing.row.id);
  }

  #queue(participantId: string, command: Command | null): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ participantId, command, resolve, reject });
      this.#host.waits();
    });
  }

  /** Ends a tick: with the next command's effects in the same commit, or without when none waits. */
  async runNext(result: TickResult): Promise<void> {
    const next = this.#waiting.shift();
    if (next) await this.#run(next, result);
    else await this.#host.finish(result, {});
  }

  async #run(waiting: WaitingCommand, result: TickResult): Promise<void> {
    const { standing, deps } = this.#host;
    const { command, participantId } = waiting;
    const [state, now] = [standing.sessionState(), this.#host.now()];
    const around = { now, online: this.#host.online(), board: this.#facts() };
    const outcome = command ? apply(state, command, { participantId }, around) : elapse(state, around);
    if (!outcome.ok) {
      waiting.reject(new ProblemError(outcome.problem, outcome.detail));
      return this.#host.finish(result, {});
    }
    const moves = await openFor(outcome.effects, this.#host.documents, standing.row.id);
    let done: EffectResult;
    try {
      done = carryOut(outcome.effects, result, {
        ...moves,
        by: participantId,
        byTime: command === null,
        workshop: standing.row,
        now,
        kinds: deps.kinds,
        note: deps.note,
        frame: deps.frame,
        groupName: (name) => deps.groupName(name, standing.row.language),
        ids: deps.ids,
        room: (scope) => this.#host.documents.opened({ workshopId: standing.row.id, scope }, participantId),
        mayWrite: (change, board) => this.#mayWrite(participantId, change, board),
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      waiting.reject(error);
      return this.#host.finish(result, {});
    }
    await this.#store(waiting, outcome.state, done, result);
  }

  async #store(waiting: WaitingCommand, state: SessionState, done: EffectResult, result: TickResult): Promise<void> {
    const { command, participantId } = waiting;
    const now = this.#host.now();
    const answer: CommandResult = { id: command?.id ?? TIME, done: true, ...done.answer };
    const more: Partial<Commit> = {
      session: keptText(state),
      ballots: done.ballots,
      erasedRounds: done.erasedRounds,
      newEpochs: done.newEpochs,
      updates: done.firstUpdates,
      ...(command && { command: record(participantId, command, answer, now) }),
      participants: done.participants,
      versions: await Promise.all(done.versions.map(packed)),
      workshop: { ...done.workshop, updatedAt: now },
    };
    try {
      await this.#host.finish(result, more);
    } catch (error) {
      if (error instanceof CommandDone) waiting.resolve(JSON.parse(error.result) as CommandResult);
      else waiting.reject(new ProblemError('store-away', String(error)));
      throw error;
    }
    this.#host.adopt(state, done);
    waiting.resolve(answer);
  }

  #facts(): BoardFacts {
    const { documents, standing, deps } = this.#host;
    const room = documents.opened({ workshopId: standing.row.id, scope: 'board' });
    const mine = (id: string) => documents.opened({ workshopId: standing.row.id, scope: 'mine' }, id);
    return {
      itemsIn: (frames, gathered) => (room ? itemsIn(room.live(), frames, deps.kinds, gathered) : []),
      repeated: (frames) => (room ? repeatedIn(room.live(), frames) : []),
      topLevel: () => (room ? topLevelOf(room.live(), deps.kinds) : []),
      waiting: (asked) => (room ? waitingNotes(asked, room, { mine, kinds: deps.kinds }) : []),
    };
  }

  /** Would this person be allowed to write what the server is to write for them? */
  #mayWrite(participantId: string, change: Change, board: BoardView): boolean {
    const { standing, deps } = this.#host;
    const person = standing.person(participantId);
    const inForce = { ...standing.context('board', deps.kinds), step: null, paused: false };
    // A closed board takes what facilitators publish from backstage: the machine has let nothing else come here.
    const context = inForce.state === 'closed' ? { ...inForce, state: 'open' as const } : inForce;
    return person !== undefined && decide(change, { participantId, role: person.role }, context, board).allowed;
  }

  /** The tick they waited for failed for good. */
  rejectAll(error: unknown): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(new ProblemError('store-away', String(error)));
  }
}

/** Stands for who gives what nobody commands. */
const TIME = 'time';

function record(
  participantId: string,
  command: Command,
  answer: CommandResult,
  at: number,
): NonNullable<Commit['command']> {
  const id = commandKey(participantId, command);
  return { id, type: command.type, participantId, at, result: JSON.stringify(answer) };
}

/** A command id belongs to its sender: nobody gets another's answer by knowing it. */
function commandKey(participantId: string, command: Command): string {
  return `${participantId}/${command.id}`;
}
