import { elementsOf, textOf } from '@talkoot/board';
import type { OwnMessage, RoundView, SessionView, StepView } from '@talkoot/protocol';
import { answerTo } from './answers.ts';
import type { Chance } from './chance.ts';
import type { Deeds } from './deeds.ts';
import { Guest, type Pass } from './guest.ts';
import { LineGone, Lines, type Scope } from './lines.ts';
import { framesIn, makeNote, shiftNote } from './notes.ts';
import type { Wire } from './wire.ts';

/** How somebody works. */
export interface Manner {
  lettersPerMinute: number;
  /** They write with thumbs, and less, and move nothing. */
  phone: boolean;
  /** So many times as fast as people. */
  speed: number;
}

/** How long a browser gathers letters before it sends them, real ms. */
const BURST_MS = { least: 300, most: 700 };
/** Thoughts before a note, before a vote for each thing looked at, and between two moves: ms of the workshop. */
const THINK_MS = { note: [8_000, 30_000], item: [2_000, 5_000], move: [10_000, 30_000] } as const;
const MOST_ITEMS_WEIGHED = 12;
const NOTE_LETTERS = { desk: [20, 70], phone: [12, 40] } as const;
const PHONE_PACE = 0.6;
/** How soon somebody notices that the step is another, real ms. */
const SLICE_MS = 250;

/** What somebody set out to do in a step. */
interface Task {
  stepId: string;
  /** How long it takes them, ms of the workshop; null where one works until the time is over. */
  neededMs: number | null;
  done: boolean;
}

/**
 * Somebody who takes part as the step asks: writes notes letter by letter, votes, speaks, moves notes. An ordinary
 * client, with the rights of a participant and nothing else.
 */
export class SimulatedPerson {
  readonly name: string;
  readonly id: string;
  readonly #workshopId: string;
  readonly #guest: Guest;
  readonly #lines: Lines;
  readonly #manner: Manner;
  readonly #chance: Chance;
  readonly #deeds: Deeds;
  #busy: Promise<void> | null = null;
  readonly #answered = new Set<string>();
  #task: Task | null = null;
  #turnSince = 0;
  #away = false;
  #left = false;

  constructor(parts: { pass: Pass; workshopId: string; manner: Manner; chance: Chance; deeds: Deeds }) {
    this.name = parts.pass.name;
    this.id = parts.pass.participantId;
    this.#workshopId = parts.workshopId;
    this.#manner = parts.manner;
    this.#chance = parts.chance;
    this.#deeds = parts.deeds;
    this.#guest = new Guest(parts.pass);
    this.#lines = new Lines(this.#guest, parts.workshopId, this.id, parts.deeds);
  }

  /** Opens the board; `samples` notes how long new notes of others take to come. */
  async come(samples = false): Promise<void> {
    await this.#lines.open('', (wire) => {
      if (samples) this.#sample(wire);
    });
  }

  #sample({ doc }: Wire): void {
    elementsOf(doc).observe((event) => {
      for (const id of event.keysChanged) {
        const made = /^t([0-9a-z]+)-/.exec(String(id))?.[1];
        if (made && !id.includes(this.id)) this.#deeds.delivery.push(Date.now() - Number.parseInt(made, 36));
      }
    });
  }

  /** The board as this person has it; null while they are away. */
  get board(): Wire | null {
    const board = this.#lines.get('');
    return board?.isOpen ? board : null;
  }

  get session(): SessionView | null {
    return this.#lines.get('')?.session ?? null;
  }

  /** Looks what there is to do, and does one thing after another. */
  tend(): void {
    if (this.#left || this.#away || this.#busy) return;
    this.#busy = this.#act()
      .catch((error: unknown) => {
        if (!this.#left && !this.#away) this.#noteFault(error);
      })
      .finally(() => {
        this.#busy = null;
      });
  }

  async #act(): Promise<void> {
    await this.#lines.open('');
    const { session } = this;
    if (!session || session.paused) return;
    const { step, rounds, turns } = session;
    for (const round of rounds) if (round.closedAt === null) await this.#answer(round);
    if (turns) await this.#speak();
    if (!step) return;
    if (this.#task?.stepId !== step.id) await this.#begin(step);
    else await this.#raiseHand();
  }

  /** How the step went for them; null for who had no part in it. */
  taskOf(stepId: string): Task | null {
    return this.#task?.stepId === stepId ? this.#task : null;
  }

  async #begin(step: StepView): Promise<void> {
    const { writing, todo, id } = step;
    const task: Task = { stepId: id, neededMs: null, done: true };
    this.#task = task;
    if (writing?.own) return;
    if (writing) return this.#write(task, '~mine', writing.frames, writing.most ?? Number.POSITIVE_INFINITY);
    const { groupId, copies = {} } = this.#own ?? {};
    const frames = step.frames.map((frame) => copies[frame] ?? frame);
    if (groupId) return this.#write(task, `~group~${groupId}`, [], 2);
    if (todo === 'write') return this.#write(task, '', frames, Number.POSITIVE_INFINITY);
    // What somebody notes of a talk has no end that could be missed.
    if (todo === 'talk' && this.#chance.of(0.5)) return this.#write({ ...task }, '', frames, 1);
    if (todo === 'arrange' && !this.#manner.phone) return this.#move(id);
  }

  /** Notes as they come to mind; the time is reckoned before the first letter. */
  async #write(task: Task, scope: Scope, frames: readonly string[], most: number): Promise<void> {
    if (!this.#mayCreate(scope)) return;
    const { phone } = this.#manner;
    const [least, longest] = NOTE_LETTERS[phone ? 'phone' : 'desk'];
    const notes = Array.from({ length: Math.min(most, this.#chance.whole(1, phone ? 2 : 3)) }, () => ({
      thinkMs: this.#chance.between(...THINK_MS.note),
      letters: this.#chance.whole(least, longest),
    }));
    task.neededMs = notes.reduce((sum, note) => sum + note.thinkMs + (note.letters / this.#pace) * 60_000, 0);
    task.done = false;
    for (const note of notes) {
      await this.#rest(note.thinkMs);
      if (!(await this.#writeNote(scope, frames, note.letters, task.stepId))) return;
    }
    task.done = true;
  }

  /** Letters a minute. */
  get #pace(): number {
    return this.#manner.lettersPerMinute * (this.#manner.phone ? PHONE_PACE : 1);
  }

  #mayCreate(scope: Scope): boolean {
    if (scope !== '') return true;
    const rights = this.session?.rights;
    return rights?.create !== false && (rights?.who ?? [this.id]).includes(this.id);
  }

  /** A note, made at once and written letter by letter; false when the step ended before it was whole. */
  async #writeNote(scope: Scope, frames: readonly string[], letters: number, stepId: string): Promise<boolean> {
    const runs = (): boolean => this.session?.step?.id === stepId && !this.#left;
    if (!runs()) return false;
    const wire = this.#away ? this.#lines.get(scope) : await this.#lines.open(scope);
    if (!wire || !runs()) return false;
    const inGroup = scope.startsWith('~group');
    // Frames of private notes stand on the board.
    const board = inGroup ? wire : (this.#lines.get('') ?? wire);
    const id = makeNote({ wire, board, author: this.id, frames: inGroup ? framesIn(wire) : frames }, this.#chance);
    const words = `${this.name}: ${this.#chance.words(letters)}`;
    let at = 0;
    while (at < words.length && runs()) {
      const text = textOf(wire.doc, id);
      // A reveal took it to the board as it was.
      if (!text) break;
      const ms = this.#chance.between(BURST_MS.least, BURST_MS.most);
      const burst = Math.max(1, Math.round((this.#pace / 60_000) * ms * this.#manner.speed));
      wire.edit(`${id} ${at}`, () => text.insert(text.length, words.slice(at, at + burst)));
      at += burst;
      await this.#rest(ms * this.#manner.speed);
    }
    if (!inGroup) this.#deeds.noted(words.slice(0, at), stepId, scope === '~mine');
    else this.#deeds.notes.set(stepId, (this.#deeds.notes.get(stepId) ?? 0) + 1);
    return at >= words.length;
  }

  async #move(stepId: string): Promise<void> {
    for (let moves = this.#chance.whole(1, 4); moves > 0; moves--) {
      await this.#rest(this.#chance.between(...THINK_MS.move));
      const { session } = this;
      const wire = this.#lines.get('');
      if (!wire || session?.step?.id !== stepId || session.rights?.move !== 'all') return;
      if (!shiftNote(wire, session.rights.frames, this.#chance)) return;
    }
  }

  get #own(): OwnMessage | undefined {
    return this.#lines.get('')?.told.get('own') as OwnMessage | undefined;
  }

  async #answer(round: RoundView): Promise<void> {
    if (this.#answered.has(round.id) || !this.#own?.entitled.includes(round.id)) return;
    this.#answered.add(round.id);
    const stepId = this.session?.step?.id ?? '';
    const weighed = Math.min(MOST_ITEMS_WEIGHED, Math.max(1, round.items.length));
    const neededMs = weighed * this.#chance.between(...THINK_MS.item) + THINK_MS.item[1];
    const task: Task = { stepId, neededMs, done: false };
    this.#task = task;
    await this.#rest(neededMs);
    const isOpen = this.session?.rounds.some(({ id, closedAt }) => id === round.id && closedAt === null);
    if (!isOpen || this.#left) return;
    const ballot = answerTo(round, this.#chance);
    const command = { id: this.#newId(), type: 'ballot', roundId: round.id, ballot };
    // Two windows, or a line that was lost: the same answer arrives twice.
    const sent = [this.#send(command), ...(this.#chance.of(0.1) ? [this.#send(command)] : [])];
    if (!(await Promise.all(sent)).every(Boolean)) return;
    this.#deeds.answered(round.id, this.id, ballot, stepId);
    task.done = true;
  }

  /** Speaks when the turn comes, most a little shorter than they may, some longer; for a group its first speaks. */
  async #speak(): Promise<void> {
    const turns = this.session?.turns;
    const speaker = turns?.order[turns.at];
    if (!turns || speaker === undefined || turns.since === this.#turnSince) return;
    const group = this.session?.groups.find(({ id }) => id === speaker);
    if ((turns.groups ? group?.members[0] : speaker) !== this.id) return;
    this.#turnSince = turns.since;
    await this.#rest(turns.seconds * 1_000 * this.#chance.between(0.6, 1.1));
    const now = this.session?.turns;
    if (now?.since === turns.since && now.at === turns.at)
      await this.#send({ id: this.#newId(), type: 'turn', to: 'next' });
  }

  /** Now and then, and down again. */
  async #raiseHand(): Promise<void> {
    const { session } = this;
    const isUp = session?.hands.includes(this.id) ?? false;
    const talks = session?.step?.todo === 'talk' || session?.step?.todo === 'speak';
    if (!this.#chance.of(isUp ? 0.2 : talks ? 0.01 : 0)) return;
    await this.#send({ id: this.#newId(), type: 'hand', up: !isUp });
  }

  #newId(): string {
    return `r${this.id.slice(0, 8)}-${this.#chance.whole(0, 2 ** 31).toString(36)}${Date.now().toString(36)}`;
  }

  /** Whether it was carried out. What came too late for the step is no fault. */
  async #send(command: { type: string; [part: string]: unknown }): Promise<boolean> {
    const code = await this.#guest.command(this.#workshopId, command);
    if (code !== null && !['round-closed', 'conflict'].includes(code)) {
      // Whose turn it is, a facilitator may have changed meanwhile.
      if (command.type !== 'turn') this.#deeds.refuse(code);
    }
    return code === null;
  }

  /** Waits so many ms of the workshop, and as long as it is paused; no longer than the step runs. */
  async #rest(ms: number): Promise<void> {
    const stepId = this.session?.step?.id;
    const goesOn = (): boolean => !this.#left && this.session?.step?.id === stepId;
    for (let left = ms / this.#manner.speed; left > 0 && goesOn(); left -= SLICE_MS)
      await pause(Math.min(left, SLICE_MS));
    while (this.session?.paused && goesOn()) await pause(SLICE_MS);
  }

  /** The line is lost and comes back after so many real ms. */
  async stumble(ms: number): Promise<void> {
    if (this.#away || this.#left) return;
    this.#away = true;
    this.#lines.cut();
    await pause(ms);
    try {
      if (!this.#left) await this.#lines.again();
    } catch (error) {
      this.#noteFault(error);
    } finally {
      this.#away = false;
    }
  }

  /** What ended for everybody is no fault. */
  #noteFault(error: unknown): void {
    if (!(error instanceof LineGone)) this.#deeds.faults.push(`${this.name}: ${String(error)}`);
  }

  /** Everything written is stored. */
  get isSaved(): boolean {
    return this.#lines.isSaved;
  }

  /** For who looks why something is not saved. */
  get state(): string {
    return this.#lines.state;
  }

  /** What is under way is done. */
  async settle(): Promise<void> {
    await this.#busy;
  }

  leave(): void {
    this.#left = true;
    this.#lines.close();
  }
}

/** So many real ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
