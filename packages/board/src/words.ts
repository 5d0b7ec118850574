import diff from 'fast-diff';
import type { TextRun } from './element.ts';
import { isSame } from './same.ts';

/** One step of changing words: keep, take out or put in. */
export type WordsOp = { retain: number } | { delete: number } | { insert: string };

/** The least change that makes `before` into `after`. */
export function diffWords(before: string, after: string): WordsOp[] {
  const ops = wholeDiff(before, after);
  const last = ops.at(-1);
  return last && 'retain' in last ? ops.slice(0, -1) : ops;
}

function wholeDiff(before: string, after: string): WordsOp[] {
  return diff(before, after, undefined, true).map(([kind, words]): WordsOp => {
    if (kind === diff.INSERT) return { insert: words };
    return kind === diff.DELETE ? { delete: words.length } : { retain: words.length };
  });
}

type Formats = Record<string, unknown>;

/** The same with formats, as a text takes it; null takes a format away. */
export type RunsOp =
  | { retain: number; attributes?: Formats }
  | { delete: number }
  | { insert: string; attributes?: Formats };

/** The least change that makes words with formats into others; empty when they are the same. */
export function diffRuns(before: readonly TextRun[], after: readonly TextRun[]): RunsOp[] {
  const [from, to] = [new RunReader(before), new RunReader(after)];
  const steps: RunsOp[] = [];
  for (const op of wholeDiff(wordsOf(before), wordsOf(after))) {
    if ('delete' in op) {
      from.pass(op.delete);
      steps.push(op);
    } else if ('insert' in op) {
      for (const run of to.take(op.insert.length)) steps.push(run);
    } else {
      for (const { insert, attributes = {} } of to.take(op.retain)) {
        for (const was of from.take(insert.length)) {
          const changed = formatsBetween(was.attributes ?? {}, attributes);
          steps.push({ retain: was.insert.length, ...(changed && { attributes: changed }) });
        }
      }
    }
  }
  return steps.some((step) => !('retain' in step) || step.attributes) ? steps : [];
}

function wordsOf(runs: readonly TextRun[]): string {
  return runs.map(({ insert }) => insert).join('');
}

/** What makes the one set of formats into the other; null when nothing. */
function formatsBetween(before: Formats, after: Formats): Formats | null {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !isSame(before[name], after[name]));
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, after[name] ?? null])) : null;
}

/** Goes through runs by lengths that are not theirs. */
class RunReader {
  readonly #runs: readonly TextRun[];
  #index = 0;
  #offset = 0;

  constructor(runs: readonly TextRun[]) {
    this.#runs = runs;
  }

  /** The next characters, in pieces of one format each. */
  take(length: number): TextRun[] {
    const pieces: TextRun[] = [];
    for (let left = length; left > 0; ) {
      const run = this.#runs[this.#index];
      if (!run) break;
      const insert = run.insert.slice(this.#offset, this.#offset + left);
      pieces.push({ ...run, insert });
      left -= insert.length;
      this.#offset += insert.length;
      if (this.#offset >= run.insert.length) {
        this.#index++;
        this.#offset = 0;
      }
    }
    return pieces;
  }

  pass(length: number): void {
    this.take(length);
  }
}
