import { scripts } from './scripts.ts';

/** Letters and signs by which words may run from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** How a paragraph runs: from its first strong letter, as `dir="auto"` has it. */
export interface Direction {
  rtl: boolean;
  /** The level of each letter: odd ones run from right to left. */
  levels: Uint8Array;
}

/** Null for words that all run from left to right, as nearly all do. */
export function directionOf(text: string): Direction | null {
  return RIGHT_TO_LEFT.test(text) ? (scripts()?.directionOf(text) ?? null) : null;
}

/** Pieces of one line, each of one level, from left to right (rule L2 of UAX 9). */
export function inVisualOrder<T extends { level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  const highest = pieces.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from] as T).level < level) continue;
      let to = from;
      while (to < order.length && (order[to] as T).level >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
