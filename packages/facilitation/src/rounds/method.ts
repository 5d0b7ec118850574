import { type Ballot, type ItemResult, type RoundMethod, SELF } from '@talkoot/protocol';
import type { Round } from '../state.ts';

/** A way of asking everybody. One file each, registered in `methods.ts`; pure. */
export interface Method {
  readonly method: RoundMethod;
  /** Its scores are means of marks, which can be told apart by where people are. */
  readonly means?: boolean;
  /** Takes free words too. */
  readonly words: boolean;
  /** Is this answer one that the rules allow? An item that is not judged is none. */
  allows(ballot: Ballot, round: Round): boolean;
  /** What was answered on one item: these marks of people, and the sum on paper. */
  result(item: string, marks: readonly Mark[], paper: number, round: Round): ItemResult;
}

export type Mark = Ballot['marks'][string];

/** What can be marked in a round. */
export function markable(round: Round): readonly string[] {
  return round.items.length > 0 ? round.items : [SELF];
}

/** All marks are whole numbers within these bounds, on items of the round. */
export function wholeMarks(ballot: Ballot, round: Round, least: number, most: number): number[] | null {
  const items = new Set(markable(round));
  const marks: number[] = [];
  for (const [item, mark] of Object.entries(ballot.marks)) {
    if (!items.has(item) || typeof mark !== 'number' || !Number.isInteger(mark) || mark < least || mark > most)
      return null;
    marks.push(mark);
  }
  return marks;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function mean(numbers: readonly number[]): number {
  return numbers.length > 0 ? sum(numbers) / numbers.length : 0;
}

/** How often each number is there. */
export function spreadOf(numbers: readonly number[]): Record<string, number> {
  const spread: Record<string, number> = {};
  for (const number of numbers) spread[number] = (spread[number] ?? 0) + 1;
  return spread;
}

export function numbersIn(marks: readonly Mark[]): number[] {
  return marks.filter((mark) => typeof mark === 'number');
}
