import type { LanguageCode } from '@talkoot/i18n';
import { type Terms, termsOf } from './terms.ts';

/** A note as it is compared. */
export interface Note {
  id: string;
  text: string;
}

/** Notes that seem to belong together, and the words they share, the most telling first. */
export interface Suggestion {
  ids: string[];
  shared: string[];
}

/** Groups less alike than this, on average, stay apart. */
const ALIKE = 0.07;
const MOST_SHARED = 4;

/**
 * Groups of notes by the words they share: terms weighted by how few notes have them, compared by cosine, joined two by
 * two by the average of all pairs (UPGMA by chains of nearest neighbours; Müllner, "Modern hierarchical, agglomerative
 * clustering algorithms", 2011). What is like nothing else is in no group. Pure; about 1,000 notes at the most.
 */
export function suggestClusters(notes: readonly Note[], fallback: LanguageCode): Suggestion[] {
  const terms = termsOf(
    notes.map(({ text }) => text),
    fallback,
  );
  const groups = grouped(similarities(terms), notes.length);
  return groups
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => ({
      ids: group.map((at) => notes[at]?.id as string),
      shared: sharedBy(
        group.map((at) => terms[at] as Terms),
        terms.length,
        counts(terms),
      ),
    }));
}

/** In how many notes each term is. */
function counts(terms: readonly Terms[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of terms) for (const term of one.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/** How alike each two notes are, 0 to 1: row by row. */
function similarities(terms: readonly Terms[]): Float32Array {
  const size = terms.length;
  const alike = new Float32Array(size * size);
  const holders = new Map<string, number[]>();
  for (const [at, one] of terms.entries()) {
    for (const term of one.keys()) holders.set(term, [...(holders.get(term) ?? []), at]);
  }
  const weight = (term: string): number => Math.log(1 + size / (holders.get(term)?.length ?? 1));
  const lengths = terms.map((one) => Math.sqrt([...one.keys()].reduce((sum, term) => sum + weight(term) ** 2, 0)));
  for (const [term, at] of holders) {
    const square = weight(term) ** 2;
    for (const a of at) {
      for (const b of at) {
        if (a !== b)
          alike[a * size + b] = (alike[a * size + b] ?? 0) + square / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
      }
    }
  }
  return alike;
}

/** Joins what is most alike as long as it is alike enough. `alike` is used up. */
function grouped(alike: Float32Array, size: number): number[][] {
  const groups: (number[] | null)[] = Array.from({ length: size }, (_, at) => [at]);
  const open = new Set(groups.keys());
  const chain: number[] = [];
  while (open.size > 0) {
    if (chain.length === 0) chain.push(open.values().next().value as number);
    const tip = chain.at(-1) as number;
    const before = chain.at(-2);
    const next = nearestTo(tip, before, { alike, size, open });
    if (next === null) {
      // Nothing is like it any more: it is whole, and so is the rest of no chain.
      open.delete(tip);
      chain.pop();
    } else if (next === before) {
      chain.length -= 2;
      join(tip, next, { alike, size, open, groups });
    } else chain.push(next);
  }
  return groups.filter((group) => group !== null).map((group) => group.sort((a, b) => a - b));
}

interface Work {
  alike: Float32Array;
  size: number;
  /** Groups that may still be joined. */
  open: Set<number>;
}

/** The group most like this one, of several the one it came from; null when none is alike enough. */
function nearestTo(group: number, before: number | undefined, { alike, size, open }: Work): number | null {
  let found = before ?? null;
  let best = before === undefined ? ALIKE : Math.max(ALIKE, alike[group * size + before] ?? 0);
  for (const other of open) {
    const value = alike[group * size + other] ?? 0;
    if (other !== group && value > best) [found, best] = [other, value];
  }
  return found;
}

/** Makes two groups one: the first is gone, its likeness to others is averaged into the second's. */
function join(from: number, into: number, { alike, size, open, groups }: Work & { groups: (number[] | null)[] }): void {
  const [a, b] = [groups[from] ?? [], groups[into] ?? []];
  for (const other of open) {
    const value =
      ((alike[from * size + other] ?? 0) * a.length + (alike[into * size + other] ?? 0) * b.length) /
      (a.length + b.length);
    alike[into * size + other] = value;
    alike[other * size + into] = value;
  }
  groups[into] = [...b, ...a];
  groups[from] = null;
  open.delete(from);
}

/** The words that most of a group have and few others, each in the form that is the shortest among them. */
function sharedBy(group: readonly Terms[], all: number, found: ReadonlyMap<string, number>): string[] {
  const inGroup = counts(group);
  const telling = [...inGroup]
    .filter(([, count]) => count > 1)
    .map(([term, count]) => ({ term, value: count * Math.log(1 + all / (found.get(term) ?? 1)) }))
    .sort((a, b) => b.value - a.value || a.term.length - b.term.length);
  const words = telling.map(({ term }) =>
    shortest(group.map((terms) => terms.get(term)).filter((word) => word !== undefined)),
  );
  return [...new Set(words)].slice(0, MOST_SHARED);
}

function shortest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length < best.length ? word : best));
}
