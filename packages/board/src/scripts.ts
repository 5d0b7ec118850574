import type { Direction } from './bidi.ts';

/**
 * What words beyond the Latin letters need to be set: the tables of Unicode's rules, half of all the code that sets
 * words. So a browser loads them when a board has such words; whatever else sets words provides them at once.
 */
export interface Scripts {
  /** How a paragraph runs that has letters which run from right to left. */
  directionOf(text: string): Direction;
  /** Where a line may begin within words (UAX 14). */
  breaksOf(text: string): ReadonlySet<number>;
}

let provided: Scripts | null = null;
let missed = false;

/** Words are set with these from now on. Answers whether words were set before that miss them: set those again. */
export function provideScripts(scripts: Scripts): boolean {
  provided = scripts;
  const again = missed;
  missed = false;
  return again;
}

/** Null while nobody provided them: the words are set as if they were Latin. */
export function scripts(): Scripts | null {
  missed ||= provided === null;
  return provided;
}
