import fc from 'fast-check';
import { GROUPINGS } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { groupPeople, groupSizes, metAfter, type GroupingParts, pairKey } from './grouping.ts';

const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at}`);

function parts(more: Partial<GroupingParts>): GroupingParts {
  return { people: people(12), size: 3, by: 'random', traitOf: () => '', before: [], met: {}, seed: 'x', ...more };
}

describe('sizes', () => {
  test.for([
    [13, 4, [4, 3, 3, 3]],
    [20, 5, [5, 5, 5, 5]],
    [7, 2, [3, 2, 2]],
    [9, 4, [3, 3, 3]],
    [3, 2, [3]],
    [1, 4, [1]],
    [0, 4, []],
  ] as const)('%i people in groups of %i', ([count, size, sizes]) => {
    expect(groupSizes(count, size)).toEqual(sizes);
  });

  test('differ by one at most, hold everybody, and leave nobody alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 50 }), (count, size) => {
        const sizes = groupSizes(count, size);
        expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(count);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('people', () => {
  test('are in exactly one group, however they are grouped, whoever came or left meanwhile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 8 }),
        fc.constantFrom(...GROUPINGS),
        fc.array(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 5 }), { maxLength: 12 }),
        fc.string(),
        (count, size, by, earlier, seed) => {
          const seen = new Set<number>();
          const before = earlier.map((group) =>
            group.filter((one) => !seen.has(one) && seen.add(one)).map((at) => `p${at}`),
          );
          const groups = groupPeople(
            parts({ people: people(count), size, by, before, seed, traitOf: (id) => id.slice(-1) }),
          );
          expect(groups.flat().sort()).toEqual(people(count).sort());
          if (count > 1) for (const group of groups) expect(group.length).toBeGreaterThan(1);
        },
      ),
    );
  });

  test('meet strangers as long as there are any', () => {
    let met = {};
    for (let round = 0; round < 4; round++) {
      const groups = groupPeople(parts({ by: 'strangers', size: 2, met, seed: `r${round}` }));
      for (const [a = '', b = ''] of groups) expect(pairKey(a, b) in met, `round ${round}`).toBe(false);
      met = metAfter(met, groups);
    }
  });

  test('of different traits come together, or those of the same', () => {
    const traitOf = (id: string): string => String(Number(id.slice(1)) % 3);
    for (const group of groupPeople(parts({ by: 'diverse', traitOf })))
      expect(new Set(group.map(traitOf)).size).toBe(3);
    for (const group of groupPeople(parts({ by: 'same', size: 4, traitOf })))
      expect(new Set(group.map(traitOf)).size).toBe(1);
  });

  test('from elsewhere are not alone among people of the room, as long as there is company for them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 40 }),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom('random', 'diverse', 'strangers'),
        fc.integer({ min: 2, max: 12 }),
        fc.string(),
        (count, size, by, remote, seed) => {
          const isRemote = (id: string): boolean => Number(id.slice(1)) < remote;
          const all = parts({ people: people(count), size, by, seed, isRemote, traitOf: (id) => String(isRemote(id)) });
          const groups = groupPeople(all);
          expect(groups.flat().sort()).toEqual(people(count).sort());
          const alone = groups.filter((group) => group.length > 1 && group.filter(isRemote).length === 1);
          // One may be left over where all others from elsewhere sit in pairs of their own.
          expect(alone.length).toBeLessThanOrEqual(1);
          if (alone.length === 1 && Math.min(remote, count) > 1)
            for (const group of groups)
              if (!alone.includes(group)) expect([0, 2]).toContain(group.filter(isRemote).length);
        },
      ),
    );
  });

  test('keep their groups, and pairs become fours', () => {
    const before = [
      ['p0', 'p1'],
      ['p2', 'p3'],
      ['p4', 'p5'],
    ];
    expect(groupPeople(parts({ people: people(6), by: 'keep', before }))).toEqual(before);
    expect(groupPeople(parts({ people: people(6), by: 'merge', before })).map((group) => group.length)).toEqual([6]);
    const four = groupPeople(parts({ people: people(8), by: 'merge', before: [...before, ['p6', 'p7']] }));
    expect(four.map((group) => group.length)).toEqual([4, 4]);
  });
});
