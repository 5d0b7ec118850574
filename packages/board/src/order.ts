import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A key between two others; null stands for the end on that side. */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

/** Several keys in a row between two others. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

/** Drawing order: by key, then by id so that equal keys of concurrent inserts sort alike everywhere. */
export function compareOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
