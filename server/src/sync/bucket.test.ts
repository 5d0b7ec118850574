import { describe, expect, test } from 'vitest';
import { Bucket } from './bucket.ts';

describe('bucket', () => {
  test('gives a burst at once, then asks to wait as long as the debt lasts', () => {
    const bucket = new Bucket(100, 10, 0);
    for (let count = 0; count < 10; count++) expect(bucket.take(1, 0)).toBe(0);
    expect(bucket.take(1, 0)).toBe(10);
    expect(bucket.take(1, 0)).toBe(20);
    expect(bucket.take(1, 30)).toBe(0);
  });

  test('never saves up more than a burst, and a clock set back gives nothing', () => {
    const bucket = new Bucket(100, 10, 0);
    expect(bucket.take(11, 3_600_000)).toBe(10);
    expect(bucket.take(1, 1_000)).toBe(20);
    expect(bucket.take(1, 1_010)).toBe(20);
  });
});
