import { expect, test } from 'vitest';
import { secondsUntil } from './closing-banner.tsx';

test('a second that has begun counts whole, and what has passed counts none', () => {
  expect(secondsUntil(20_000, 0)).toBe(20);
  expect(secondsUntil(20_000, 1)).toBe(20);
  expect(secondsUntil(20_000, 19_999)).toBe(1);
  expect(secondsUntil(20_000, 20_000)).toBe(0);
  expect(secondsUntil(20_000, 99_000)).toBe(0);
});
