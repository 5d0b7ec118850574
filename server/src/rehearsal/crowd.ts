import type { RehearsalInput, RehearsalReport, SessionView } from '@talkoot/protocol';
import type { Chance } from './chance.ts';
import { Deeds } from './deeds.ts';
import type { Pass } from './guest.ts';
import { pause, SimulatedPerson } from './person.ts';
import { StepTallies } from './step-tallies.ts';

const JOIN_AT_ONCE = 20;
/** People who note how long new notes of others take. */
const SAMPLES = 10;
/** When latecomers come, and how often the lines of others fail, as parts of the whole time. */
const LATE = { least: 0.05, most: 0.25 };
const LOST_EVERY = { least: 0.1, most: 0.5 };
/** For how long, ms of the workshop. */
const LOST_FOR_MS = { least: 20_000, most: 120_000 };
const SHORTEST_LOSS_MS = 300;

export interface CrowdParts {
  workshopId: string;
  input: RehearsalInput;
  /** Sum of the plan, minutes. */
  minutes: number;
  chance: Chance;
  /** Lets the person of this number in. */
  admit(number: number): Promise<Pass>;
}

/** Somebody who is still to come, and when (real ms since the beginning). */
interface Latecomer {
  number: number;
  at: number;
}

/** Simulated people, and what is noted of the steps that they go through. */
export class Crowd {
  readonly people: SimulatedPerson[] = [];
  readonly deeds = new Deeds();
  readonly tallies: StepTallies;
  readonly #parts: CrowdParts;
  readonly #late: Latecomer[] = [];
  /** When the line of somebody fails next, real time. */
  readonly #fails = new Map<SimulatedPerson, number>();
  /** How long the plan takes, real ms. */
  readonly #wholeMs: number;
  readonly #phones: ReadonlySet<number>;
  readonly #failing: ReadonlySet<number>;
  #begunAt: number | null = null;

  constructor(parts: CrowdParts) {
    this.#parts = parts;
    const { chance, input } = parts;
    const some = (percent: number): number[] => {
      const numbers = Array.from({ length: input.people }, (_, at) => at + 1);
      return chance.mixed(numbers).slice(0, Math.round((input.people * percent) / 100));
    };
    this.#phones = new Set(some(input.phones));
    this.#failing = new Set(some(input.dropouts));
    this.#wholeMs = (parts.minutes * 60_000) / input.speed;
    // Somebody is there when it begins.
    for (const number of some(input.latecomers).slice(0, input.people - 1))
      this.#late.push({ number, at: this.#wholeMs * chance.between(LATE.least, LATE.most) });
    this.tallies = new StepTallies(input.speed, this.people, this.deeds);
  }

  /** All but the latecomers come. */
  async gather(): Promise<void> {
    const late = new Set(this.#late.map(({ number }) => number));
    const numbers = Array.from({ length: this.#parts.input.people }, (_, at) => at + 1);
    const inTime = numbers.filter((number) => !late.has(number));
    for (let from = 0; from < inTime.length; from += JOIN_AT_ONCE)
      await Promise.all(inTime.slice(from, from + JOIN_AT_ONCE).map((number) => this.#come(number)));
  }

  async #come(number: number): Promise<void> {
    const { admit, workshopId, chance, input } = this.#parts;
    const phone = this.#phones.has(number);
    const manner = { lettersPerMinute: input.lettersPerMinute, speed: input.speed, phone };
    const person = new SimulatedPerson({ pass: await admit(number), workshopId, manner, chance, deeds: this.deeds });
    await person.come(number <= SAMPLES);
    this.people.push(person);
    if (this.#failing.has(number)) this.#failLater(person);
  }

  #failLater(person: SimulatedPerson): void {
    const { chance } = this.#parts;
    this.#fails.set(person, Date.now() + this.#wholeMs * chance.between(LOST_EVERY.least, LOST_EVERY.most));
  }

  /** The session as somebody here sees it. */
  get session(): SessionView | null {
    return this.people.find(({ board }) => board !== null)?.session ?? null;
  }

  /** The time of the workshop as somebody here has it, ms. */
  sessionNow(): number {
    const board = this.people.find((person) => person.board !== null)?.board;
    return board?.sessionNow(this.#parts.input.speed) ?? Date.now();
  }

  /** Everybody looks what there is to do; some come, some lose their line. */
  tend(): void {
    const { session } = this;
    if (!session) return;
    this.tallies.look(session);
    if (session.step) this.#begunAt ??= Date.now();
    for (const person of this.people) person.tend();
    if (this.#begunAt === null) return;
    this.#letLatecomersIn(Date.now() - this.#begunAt);
    this.#loseLines();
  }

  #letLatecomersIn(since: number): void {
    for (const latecomer of this.#late.filter(({ at }) => since >= at)) {
      this.#late.splice(this.#late.indexOf(latecomer), 1);
      this.#come(latecomer.number).catch((error: unknown) => this.deeds.faults.push(String(error)));
    }
  }

  #loseLines(): void {
    const { chance, input } = this.#parts;
    for (const [person, at] of this.#fails) {
      if (Date.now() < at) continue;
      this.#failLater(person);
      const ms = chance.between(LOST_FOR_MS.least, LOST_FOR_MS.most) / input.speed;
      // Faults are noted by the person.
      void person.stumble(Math.max(SHORTEST_LOSS_MS, ms));
    }
  }

  /** Simulated people who are there now. */
  get present(): number {
    return this.people.filter(({ board }) => board !== null).length;
  }

  /** What is under way is done and stored. */
  async settle(mostMs: number): Promise<void> {
    await Promise.all(this.people.map((person) => person.settle()));
    for (const end = Date.now() + mostMs; Date.now() < end; ) {
      if (this.people.every((person) => person.isSaved)) return;
      for (const person of this.people) person.tend();
      await pause(50);
    }
    for (const { name, state } of this.people.filter((person) => !person.isSaved))
      this.deeds.faults.push(`${name} has something unsaved: ${state}`);
  }

  leave(): void {
    for (const person of this.people) person.leave();
  }

  /** How it went so far; `ran` tells when the plan has no step left. */
  report(at: number): RehearsalReport {
    const steps = this.tallies.report();
    const course = this.tallies.course;
    const whole = course.length > 0 && course.every((id) => steps.some(({ stepId }) => stepId === id));
    const { refused, faults } = this.deeds;
    return { at, input: this.#parts.input, steps, whole, refused, faults: faults.length };
  }
}
