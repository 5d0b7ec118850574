import type { RehearsedStep, SessionView, StepView, TurnsView } from '@talkoot/protocol';
import type { Deeds } from './deeds.ts';
import type { SimulatedPerson } from './person.ts';

interface Tally {
  step: StepView;
  /** Real time at which it was come to; null while another runs. */
  since: number | null;
  ranMs: number;
  turns: TurnsView | null;
  neededMs: number | null;
  people: number;
  unfinished: number;
}

/** What is noted of each step while people go through it. */
export class StepTallies {
  readonly #speed: number;
  readonly #people: readonly SimulatedPerson[];
  readonly #deeds: Deeds;
  readonly #tallies = new Map<string, Tally>();
  #running: Tally | null = null;
  /** Ids of the steps that were to be run, as people were last told. */
  course: readonly string[] = [];

  constructor(speed: number, people: readonly SimulatedPerson[], deeds: Deeds) {
    this.#speed = speed;
    this.#people = people;
    this.#deeds = deeds;
  }

  /** The session as it is now. */
  look({ step, turns, course }: SessionView): void {
    if (course.length > 0) this.course = course.map(({ id }) => id);
    if (this.#running?.step.id !== step?.id) {
      this.#end();
      this.#running = step && this.#begin(step);
    }
    if (this.#running && turns) this.#running.turns = turns;
  }

  #begin(step: StepView): Tally {
    const known = this.#tallies.get(step.id);
    const empty = { ranMs: 0, turns: null, neededMs: null, people: 0, unfinished: 0 };
    const tally: Tally = { ...(known ?? empty), step, since: Date.now() };
    this.#tallies.set(step.id, tally);
    return tally;
  }

  #end(): void {
    const tally = this.#running;
    if (!tally) return;
    Object.assign(tally, this.#measured(tally), { since: null });
  }

  /** How far it came until now. */
  #measured(tally: Tally): Pick<Tally, 'ranMs' | 'neededMs' | 'people' | 'unfinished'> {
    if (tally.since === null) return tally;
    const ranMs = tally.ranMs + (Date.now() - tally.since) * this.#speed;
    const tasks = this.#people.map((person) => person.taskOf(tally.step.id)).filter((task) => task !== null);
    const { turns } = tally;
    if (turns && turns.order.length > 0) {
      // Who spoke last has just begun: a turn counts as had once the next began.
      const left = Math.max(0, turns.order.length - turns.at);
      return {
        ranMs,
        neededMs: turns.order.length * turns.seconds * 1_000,
        people: turns.order.length,
        unfinished: left,
      };
    }
    const needed = tasks.map(({ neededMs }) => neededMs).filter((ms) => ms !== null);
    return {
      ranMs,
      neededMs: needed.length > 0 ? Math.max(...needed) : tally.neededMs,
      people: Math.max(tally.people, tasks.length),
      unfinished: tasks.filter(({ done }) => !done).length,
    };
  }

  /** Every step that was run, in the order in which they were come to. */
  report(): RehearsedStep[] {
    return [...this.#tallies.values()].map((tally) => {
      const { step, turns } = tally;
      const { id: stepId, type, title, minutes } = step;
      const { ranMs, neededMs, people, unfinished } = this.#measured(tally);
      return {
        ...{ stepId, type, title, minutes, neededMs, people, unfinished },
        ranMs: Math.round(ranMs),
        turns: turns !== null,
        notes: this.#deeds.notes.get(stepId) ?? 0,
        answers: this.#deeds.answers.get(stepId) ?? 0,
      };
    });
  }
}
