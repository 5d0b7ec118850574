import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, isOrderKey, orderAbove, orderAfter, orderBelow, orderBetween, ordersBetween } from './order.ts';

const KEYS = fc.array(fc.constantFrom('a0', 'a1', 'a5', 'Zz', 'a0V', 'nonsense', '', 'zzz', 'a'), { maxLength: 6 });

describe('keys', () => {
  test('lie between their neighbours', () => {
    const middle = orderBetween('a0', 'a1');
    expect('a0' < middle && middle < 'a1').toBe(true);
    const row = ordersBetween(null, null, 5);
    expect([...row].sort()).toEqual(row);
  });

  test('above and below all readable ones, whatever else there is', () => {
    fc.assert(
      fc.property(KEYS, (keys) => {
        const readable = keys.filter(isOrderKey);
        const above = orderAbove(keys);
        const below = orderBelow(keys);
        for (const key of readable) {
          expect(above > key).toBe(true);
          expect(below < key).toBe(true);
        }
        expect(isOrderKey(above) && isOrderKey(below)).toBe(true);
      }),
    );
  });

  test('just after one, before the next', () => {
    const after = orderAfter('a1', ['a0', 'a1', 'a2', 'a9']);
    expect(after > 'a1' && after < 'a2').toBe(true);
    expect(orderAfter('a9', ['a0', 'a9']) > 'a9').toBe(true);
    expect(orderAfter('nonsense', ['a0']) > 'a0').toBe(true);
  });

  test('equal ones are no trap: the next higher counts', () => {
    const after = orderAfter('a1', ['a1', 'a1', 'a3']);
    expect(after > 'a1' && after < 'a3').toBe(true);
  });
});

test('comparing is a total order by key, then id', () => {
  const items = [
    { id: 'b', order: 'a1' },
    { id: 'a', order: 'a1' },
    { id: 'c', order: 'Zz' },
  ];
  expect([...items].sort(compareOrder).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(compareOrder({ id: 'a', order: 'x' }, { id: 'a', order: 'x' })).toBe(0);
});
