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

/** A key above all of these, which may come from an untrusted document: unreadable ones are passed over. */
export function orderAbove(keys: readonly string[]): string {
  return generateKeyBetween(highest(keys), null);
}

/** A key below all of these. */
export function orderBelow(keys: readonly string[]): string {
  const lowest = keys
    .filter(isOrderKey)
    .reduce<string | null>((low, key) => (low === null || key < low ? key : low), null);
  return generateKeyBetween(null, lowest);
}

/** A key just above `key` and below the next higher of the others. */
export function orderAfter(key: string, others: readonly string[]): string {
  if (!isOrderKey(key)) return orderAbove(others);
  const next = others
    .filter((other) => other > key && isOrderKey(other))
    .reduce<string | null>((low, other) => (low === null || other < low ? other : low), null);
  return generateKeyBetween(key, next);
}

function highest(keys: readonly string[]): string | null {
  return keys.filter(isOrderKey).reduce<string | null>((high, key) => (high === null || key > high ? key : high), null);
}

/** Can keys be made beside this one? */
export function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
