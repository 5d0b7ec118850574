import { LIMITS } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { outlived } from './thinning.ts';

const HOUR_MS = 3_600_000;

/** One an hour, the latest first; the last at the end of a day. */
function hourly(count: number): { id: string; createdAt: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    createdAt: (1e4 * 24 - 1 - index) * HOUR_MS,
  }));
}

test('the newest stay as they are', () => {
  expect(outlived([])).toEqual([]);
  expect(outlived(hourly(LIMITS.versionsUnnamed))).toEqual([]);
});

test('of the older ones the last of each day stays', () => {
  const all = hourly(LIMITS.versionsUnnamed + 48);
  const gone = new Set(outlived(all));
  const older = all.slice(LIMITS.versionsUnnamed).filter(({ id }) => !gone.has(id));
  const days = older.map(({ createdAt }) => Math.floor(createdAt / (24 * HOUR_MS)));
  expect(new Set(days).size).toBe(days.length);
  // The first of the older ones stands for the rest of its day; of whole days it is the hour before midnight.
  expect(older.slice(1).every(({ createdAt }) => (createdAt / HOUR_MS) % 24 === 23)).toBe(true);
  expect(older.length).toBeGreaterThan(1);
});

test('what was thinned stays as it is, and years of work stay bounded', () => {
  let kept: { id: string; createdAt: number }[] = [];
  for (const [index, { createdAt }] of hourly(24 * 600)
    .reverse()
    .entries()) {
    kept = [{ id: String(index), createdAt }, ...kept];
    const gone = new Set(outlived(kept));
    kept = kept.filter(({ id }) => !gone.has(id));
  }
  expect(kept).toHaveLength(LIMITS.versionsUnnamed + LIMITS.versionDays);
  expect(outlived(kept)).toEqual([]);
});
