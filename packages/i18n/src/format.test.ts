import { expect, test } from 'vitest';
import { formatClock, formatDate, formatDay, formatNumber } from './format.ts';
import { LANGUAGE_CODES } from './languages.ts';

const morning = Date.UTC(2026, 10, 21, 8, 5);
const helsinki = 'Europe/Helsinki';

test('clock times of a table have two digits in every language', () => {
  const early = Date.UTC(2026, 10, 21, 7, 0);
  for (const language of LANGUAGE_CODES) expect(formatClock(early, language, helsinki)).toBe('09:00');
});

test('dates and times as each language writes them', () => {
  expect(formatDate(morning, 'fi', helsinki)).toBe('21.11.2026 klo 10.05');
  expect(formatDate(morning, 'sv', helsinki)).toBe('21.11.2026 kl. 10.05');
  expect(formatDate(morning, 'en', helsinki)).toBe('21 November 2026, 10:05');
  expect(formatDay(morning, 'fi', helsinki)).toBe('21.11.2026');
  expect(formatDay(morning, 'en', helsinki)).toBe('21 November 2026');
});

test('midnight is 0, never 24', () => {
  const midnight = Date.UTC(2026, 10, 20, 22, 0);
  expect(formatDate(midnight, 'fi', helsinki)).toBe('21.11.2026 klo 0.00');
  expect(formatDate(midnight, 'en', helsinki)).toBe('21 November 2026, 00:00');
});

test('thousands and decimals', () => {
  expect(formatNumber(50_000.5, 'fi')).toBe('50\u00a0000,5');
  expect(formatNumber(50_000.5, 'sv')).toBe('50\u00a0000,5');
  expect(formatNumber(50_000.5, 'en')).toBe('50,000.5');
});
