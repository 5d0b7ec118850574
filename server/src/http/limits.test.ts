import { LIMITS } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { createLimits, networkOf } from './limits.ts';

describe('networkOf', () => {
  test.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('puts %s into %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('limits', () => {
  test('take an office that loads the page at once and stop a flood', async () => {
    const limits = createLimits();
    let taken = 0;
    const flood = async (): Promise<void> => {
      for (; taken < 20_000; taken++) await limits.request('192.0.2.1');
    };
    await expect(flood()).rejects.toBeInstanceOf(ProblemError);
    expect(taken).toBeGreaterThan(5_000);
    expect(taken).toBeLessThan(10_000);
    await limits.request('192.0.2.2');
  });

  test('take twenty uploads a minute from a person', async () => {
    const limits = createLimits();
    for (let count = 0; count < 20; count++) await limits.uploads('p1');
    await expect(limits.uploads('p1')).rejects.toMatchObject({ code: 'too-many-requests' });
    await limits.uploads('p2');
  });

  test('stop a script that makes workshops without end', async () => {
    const limits = createLimits();
    for (let count = 0; count < LIMITS.newWorkshopsPerHour; count++) await limits.newWorkshop('a1');
    await expect(limits.newWorkshop('a1')).rejects.toMatchObject({ code: 'too-many-requests' });
    await limits.newWorkshop('a2');
  });
});
