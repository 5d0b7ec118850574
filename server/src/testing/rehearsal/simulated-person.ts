import { createElement, elementsOf, textOf } from '@talkoot/board';
import { ELEMENT_MODELS, NOTE_TYPE } from '@talkoot/elements';
import type { Ballot, OwnMessage, RoundView, SessionView } from '@talkoot/protocol';
import type { Random } from '@talkoot/testing';
import { WireClient } from '../../sync/testing/wire-client.ts';
import type { Browser } from '../browser.ts';

/** Letters that a person types at once, and the pause before the next, ms: some 200 letters a minute. */
const BURST = 6;
const PAUSE_MS = 1_800;

/** Counts of what simulated people did, to be compared with what the server has in the end. */
export interface Deeds {
  /** Words of private notes, whole. */
  privateNotes: Set<string>;
  openNotes: Set<string>;
  /** Last answers, by round and person. */
  ballots: Map<string, Map<string, Ballot>>;
  errors: string[];
  /** Milliseconds from writing a new note until another person's browser had it. */
  delivery: number[];
}

/**
 * Somebody who takes part as the step asks: writes notes letter by letter, votes, speaks, moves notes. Over a real
 * socket, with the rights of a participant and nothing else.
 */
export class SimulatedPerson {
  readonly name: string;
  readonly #browser: Browser;
  readonly #workshopId: string;
  readonly #random: Random;
  readonly #deeds: Deeds;
  readonly id: string;
  readonly board: WireClient;
  #mine: WireClient | null = null;
  #busy: Promise<void> = Promise.resolve();
  #answered = new Set<string>();
  #doneWith: string | null = null;
  #left = false;

  constructor(parts: { name: string; id: string; browser: Browser; workshopId: string; random: Random; deeds: Deeds }) {
    this.name = parts.name;
    this.id = parts.id;
    this.#browser = parts.browser;
    this.#workshopId = parts.workshopId;
    this.#random = parts.random;
    this.#deeds = parts.deeds;
    this.board = new WireClient(parts.browser, parts.workshopId, parts.id, { v1: true });
  }

  /** Opens the board, and notes how long new notes of others took to come. */
  async come(samples: boolean): Promise<void> {
    await this.board.connect();
    if (!samples) return;
    elementsOf(this.board.doc).observe((event) => {
      for (const id of event.keysChanged) {
        const written = /^t([0-9a-z]+)-/.exec(String(id))?.[1];
        if (written && !id.includes(this.id)) this.#deeds.delivery.push(Date.now() - Number.parseInt(written, 36));
      }
    });
  }

  get session(): SessionView {
    return this.board.session;
  }

  /** Looks what the step asks and does it; one thing after another. */
  act(): void {
    if (this.#left) return;
    this.#busy = this.#busy
      .then(() => this.#act())
      .catch((error: unknown) => {
        this.#deeds.errors.push(`${this.name}: ${String(error)}`);
      });
  }

  async #act(): Promise<void> {
    const { step, rounds, turns } = this.session;
    for (const round of rounds) if (round.closedAt === null) await this.#answer(round);
    if (turns && turns.order[turns.at] === this.id && this.#random.chance(0.3))
      await this.#give({ type: 'turn', to: 'next' });
    if (!step || this.#doneWith === step.id) return;
    this.#doneWith = step.id;
    if (step.writing) for (let note = 0; note < 1 + this.#random.below(3); note++) await this.#writePrivately(step.id);
    else if (step.todo === 'write' || step.todo === 'talk') await this.#writeOpenly(step.id);
    else if (step.todo === 'arrange') await this.#move();
  }

  async #writePrivately(stepId: string): Promise<void> {
    const writing = this.session.step?.writing;
    if (!writing || writing.own || this.session.step?.id !== stepId) return;
    if (!this.#mine) {
      this.#mine = new WireClient(this.#browser, `${this.#workshopId}~mine`, this.id, { v1: true });
      await this.#mine.connect();
    }
    const frame = writing.frames.length > 0 ? this.#random.pick(writing.frames) : null;
    const words = await this.#type(this.#mine, frame);
    this.#deeds.privateNotes.add(words);
  }

  async #writeOpenly(stepId: string): Promise<void> {
    const { step, rights } = this.session;
    if (step?.id !== stepId || rights?.create === false) return;
    const words = await this.#type(this.board, step.frames[0] ?? null);
    this.#deeds.openNotes.add(words);
  }

  /** A note, made at once and written letter by letter. */
  async #type(client: WireClient, frame: string | null): Promise<string> {
    const id = `t${Date.now().toString(36)}-${this.id}-${this.#random.id(4)}`;
    const { kind, defaults } = NOTE_TYPE;
    const place = { frame, x: 20 + this.#random.below(200), y: 120 + this.#random.below(200) };
    client.edit(id, (doc) =>
      createElement(
        doc,
        { id, kind, place, size: defaults.size, order: 'a1', author: this.id, text: '', fields: defaults.fields },
        ELEMENT_MODELS,
      ),
    );
    const words = `${this.name} ${this.#random.id(12 + this.#random.below(20))}`;
    for (let at = 0; at < words.length; at += BURST) {
      const text = textOf(client.doc, id);
      if (!text) throw new Error('a note went while it was written');
      client.edit(`${id} ${at}`, () => text.insert(text.length, words.slice(at, at + BURST)));
      await pause(PAUSE_MS * (0.5 + this.#random.below(100) / 100));
    }
    return words;
  }

  async #move(): Promise<void> {
    const all = elementsOf(this.board.doc);
    const { rights } = this.session;
    // Elsewhere the step lets nobody move anything.
    const notes = [...all.keys()].filter((id) => {
      const { frame } = (all.get(id)?.get('place') ?? { frame: null }) as { frame: string | null };
      return all.get(id)?.get('kind') === NOTE_TYPE.kind && (!rights?.frames || rights.frames.includes(frame ?? ''));
    });
    const id = notes.length > 0 ? this.#random.pick(notes) : undefined;
    const place = id && (all.get(id)?.get('place') as { frame: string | null; x: number; y: number } | undefined);
    if (!id || !place || rights?.move !== 'all') return;
    this.board.edit(`move ${id}`, () => all.get(id)?.set('place', { ...place, x: place.x + 10, y: place.y + 10 }));
  }

  async #answer(round: RoundView): Promise<void> {
    const own = this.board.told.get('own') as OwnMessage | undefined;
    if (this.#answered.has(round.id) || !own?.entitled.includes(round.id)) return;
    this.#answered.add(round.id);
    const marks: Ballot['marks'] = {};
    if (round.rules.method === 'form') marks.self = 1 + this.#random.below(round.rules.scale);
    else {
      for (let dot = 0; dot < round.rules.each && round.items.length > 0; dot++) {
        const item = this.#random.pick(round.items);
        if (Number(marks[item] ?? 0) < round.rules.perItem) marks[item] = Number(marks[item] ?? 0) + 1;
      }
    }
    const command = { id: `b${this.#random.id(12)}`, type: 'ballot', roundId: round.id, ballot: { marks } };
    // Two windows, or a line that was lost: the same answer arrives twice.
    const sent = [this.#send(command), ...(this.#random.chance(0.1) ? [this.#send(command)] : [])];
    await Promise.all(sent);
    const answers = this.#deeds.ballots.get(round.id) ?? new Map<string, Ballot>();
    this.#deeds.ballots.set(round.id, answers.set(this.id, { marks }));
  }

  #give(body: object): Promise<void> {
    return this.#send({ id: `r${this.#random.id(12)}`, ...body });
  }

  async #send(body: object): Promise<void> {
    const answer = await this.#browser.send('POST', `/api/v1/workshops/${this.#workshopId}/commands`, { body });
    const late = ['round-closed', 'conflict', 'not-allowed'].includes(String(answer.json.code));
    if (answer.status !== 200 && !late) throw new Error(answer.text);
  }

  /** The line is lost and comes back. */
  async stumble(): Promise<void> {
    this.board.close();
    this.#mine?.close();
    await pause(500);
    await this.board.connect();
    await this.#mine?.connect();
  }

  /** Everything written is stored. */
  get isSaved(): boolean {
    return this.board.isSaved && (this.#mine?.isSaved ?? true);
  }

  get refusals(): string[] {
    return [...this.board.refusals, ...(this.#mine?.refusals ?? [])].map(({ code }) => code);
  }

  async settle(): Promise<void> {
    await this.#busy;
  }

  leave(): void {
    this.#left = true;
    this.board.close();
    this.#mine?.close();
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
