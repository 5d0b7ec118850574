import type { Ballot } from '@talkoot/protocol';

/** What simulated people did, to be compared with what the server has in the end. */
export class Deeds {
  /** Words of private notes, and of notes in view of all, as far as they were written. */
  readonly privateNotes = new Set<string>();
  readonly openNotes = new Set<string>();
  /** Last answers, by round and person. */
  readonly ballots = new Map<string, Map<string, Ballot>>();
  readonly faults: string[] = [];
  readonly #refused = new Map<string, number>();
  /** Milliseconds from making a new note until another person's browser had it. */
  readonly delivery: number[] = [];
  /** How many notes and answers there are of each step. */
  readonly notes = new Map<string, number>();
  readonly answers = new Map<string, number>();

  refuse(code: string): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
  }

  get refused(): { code: string; count: number }[] {
    return [...this.#refused].map(([code, count]) => ({ code, count }));
  }

  noted(words: string, stepId: string, isPrivate: boolean): void {
    (isPrivate ? this.privateNotes : this.openNotes).add(words);
    this.notes.set(stepId, (this.notes.get(stepId) ?? 0) + 1);
  }

  answered(roundId: string, participantId: string, ballot: Ballot, stepId: string): void {
    const answers = this.ballots.get(roundId) ?? new Map<string, Ballot>();
    this.ballots.set(roundId, answers.set(participantId, ballot));
    this.answers.set(stepId, (this.answers.get(stepId) ?? 0) + 1);
  }
}
