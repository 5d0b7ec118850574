import { LIMITS } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { timeUntilClose } from './closing-banner.tsx';

test('the time left is never below none and never more than a close takes', () => {
  const closesAt = 1_000_000;
  expect(timeUntilClose(closesAt, closesAt - 19_999)).toBe(19_999);
  expect(timeUntilClose(closesAt, closesAt - LIMITS.closingMs - 800)).toBe(LIMITS.closingMs);
  expect(timeUntilClose(closesAt, closesAt)).toBe(0);
  expect(timeUntilClose(closesAt, closesAt + 5_000)).toBe(0);
});
