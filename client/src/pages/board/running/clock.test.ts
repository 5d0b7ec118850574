import { expect, test } from 'vitest';
import { clockWords, markBetween, readClock, untilNextSecond } from './clock.ts';

const END = 1_700_000_600_000;
const RUNS = { startedAt: END - 600_000, endsAt: END, pausedAt: null };

test('shows what is left, a while to finish, and then what is over', () => {
  expect(readClock(RUNS, END - 59_500)).toEqual({ state: 'runs', seconds: 60 });
  expect(readClock(RUNS, END - 1)).toEqual({ state: 'runs', seconds: 1 });
  expect(readClock(RUNS, END)).toEqual({ state: 'finish', seconds: 0 });
  expect(readClock(RUNS, END + 19_999).state).toBe('finish');
  expect(readClock(RUNS, END + 83_000)).toEqual({ state: 'over', seconds: 83 });
});

test('stands still while the work rests', () => {
  const rests = { ...RUNS, pausedAt: END - 90_000 };
  expect(readClock(rests, END + 500_000)).toEqual({ state: 'rests', seconds: 90 });
});

test('changes with the second', () => {
  for (const now of [END - 59_500, END - 59_000, END + 300, END + 1_000]) {
    const wait = untilNextSecond(RUNS, now);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1_000);
    expect((END - now - wait) % 1_000, String(now)).toBeCloseTo(0);
  }
});

test('is written as people write times', () => {
  expect([5, 65, 600, 3_725].map(clockWords)).toEqual(['0:05', '1:05', '10:00', '1:02:05']);
});

test('tells the last minute and the end once, and neither when time is given or taken', () => {
  const at = (left: number) => readClock(RUNS, END - left);
  expect(markBetween(at(61_000), at(60_000))).toBe('minute');
  expect(markBetween(at(60_000), at(59_000))).toBeNull();
  expect(markBetween(at(1_000), at(0))).toBe('end');
  expect(markBetween(at(0), at(-1_000))).toBeNull();
});
