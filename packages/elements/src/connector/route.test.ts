import {
  type Box,
  type ElementData,
  type EndAt,
  grow,
  lineMeets,
  type Point,
  type Side,
  sidePoint,
} from '@talkoot/board';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elbowPoints } from './elbow.ts';
import { routeOf } from './route.ts';

const box = (x: number, y: number, width = 100, height = 60): Box => ({ x, y, width, height });
const bound = (box: Box, side: Side | null = null): EndAt => ({
  point: side ? sidePoint(box, side) : { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  side,
  box,
});
const free = (x: number, y: number): EndAt => ({ point: { x, y }, side: null, box: null });

function element(fields: Record<string, unknown> = {}, text = ''): ElementData {
  return { runs: text ? [{ insert: text }] : [], fields } as unknown as ElementData;
}

function isLevelOrUpright(points: readonly Point[]): boolean {
  return points.slice(1).every((point, index) => {
    const before = points[index] as Point;
    return Math.abs(point.x - before.x) < 0.6 || Math.abs(point.y - before.y) < 0.6;
  });
}

describe('a straight connector', () => {
  test('leaves each box where the line between their middles does', () => {
    const { points, angles } = routeOf(element({ path: 'straight' }), bound(box(0, 0)), bound(box(300, 0)));
    expect(points).toEqual([
      { x: 100, y: 30 },
      { x: 300, y: 30 },
    ]);
    expect(angles[1]).toBe(0);
    expect(Math.abs(angles[0])).toBeCloseTo(Math.PI);
  });

  test('goes from the sides it is bound to', () => {
    const { points } = routeOf(element({ path: 'straight' }), bound(box(0, 0), 'bottom'), free(50, 400));
    expect(points).toEqual([
      { x: 50, y: 60 },
      { x: 50, y: 400 },
    ]);
  });
});

describe('a curved connector', () => {
  test('leaves at the sides that look at each other', () => {
    const level = routeOf(element(), bound(box(0, 0)), bound(box(300, 40)));
    expect([level.points[0], level.points.at(-1)]).toEqual([
      { x: 100, y: 30 },
      { x: 300, y: 70 },
    ]);
    const upright = routeOf(element(), bound(box(0, 500)), bound(box(10, 0)));
    expect([upright.points[0], upright.points.at(-1)]).toEqual([
      { x: 50, y: 500 },
      { x: 60, y: 60 },
    ]);
  });
});

describe('an elbow', () => {
  const exit = (of: Box, side: Side) => {
    const middle = { top: [0.5, 0], right: [1, 0.5], bottom: [0.5, 1], left: [0, 0.5] }[side] as [number, number];
    return { point: { x: of.x + middle[0] * of.width, y: of.y + middle[1] * of.height }, side, box: of };
  };

  test('joins ends that nearly touch the short way, without a loop', () => {
    expect(elbowPoints(exit(box(0, 0), 'right'), exit(box(110, 20), 'left'))).toEqual([
      { x: 100, y: 30 },
      { x: 105, y: 30 },
      { x: 105, y: 50 },
      { x: 110, y: 50 },
    ]);
    expect(elbowPoints(exit(box(0, 0), 'right'), exit(box(65, 45), 'top'))).toHaveLength(3);
  });

  test('steps half-way between ends that look at each other', () => {
    expect(elbowPoints(exit(box(0, 0), 'right'), exit(box(300, 200), 'left'))).toEqual([
      { x: 100, y: 30 },
      { x: 200, y: 30 },
      { x: 200, y: 230 },
      { x: 300, y: 230 },
    ]);
  });

  test('takes one corner where that is enough', () => {
    expect(elbowPoints(exit(box(0, 0), 'right'), exit(box(300, 200), 'top'))).toHaveLength(3);
  });

  test('is one straight line between ends in a row', () => {
    expect(elbowPoints(exit(box(0, 0), 'right'), exit(box(300, 0), 'left'))).toHaveLength(2);
  });

  test('goes round both its ends, whichever sides they have, level and upright only', () => {
    const sides = fc.constantFrom<Side>('top', 'right', 'bottom', 'left');
    const place = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -600, max: 600 }) });
    fc.assert(
      fc.property(place, sides, sides, (at, one, other) => {
        const [a, b] = [box(0, 0), box(at.x, at.y, 140, 90)];
        // Boxes that stand closer than the line's own room may be cut.
        fc.pre(at.x > 160 || at.x < -200 || at.y > 120 || at.y < -150);
        const points = elbowPoints(exit(a, one), exit(b, other));
        expect(isLevelOrUpright(points)).toBe(true);
        expect(lineMeets(points, grow(a, -2))).toBe(false);
        expect(lineMeets(points, grow(b, -2))).toBe(false);
        expect(points.length).toBeLessThanOrEqual(7);
      }),
      { numRuns: 500 },
    );
  });

  test('finds some way between boxes that lie over each other', () => {
    const points = elbowPoints(exit(box(0, 0), 'right'), exit(box(20, 10), 'left'));
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(points.flatMap(({ x, y }) => [x, y]).every(Number.isFinite)).toBe(true);
  });
});

describe('every way', () => {
  test('lies in its box, words and heads included, and is made of numbers', () => {
    const far = fc.integer({ min: -2_000, max: 2_000 });
    const end = fc.oneof(
      fc.tuple(far, far).map(([x, y]) => free(x, y)),
      fc.tuple(far, far).map(([x, y]) => bound(box(x, y))),
      fc.tuple(far, far, fc.constantFrom<Side>('top', 'left')).map(([x, y, side]) => bound(box(x, y), side)),
    );
    const look = fc.record({
      path: fc.constantFrom('curved', 'straight', 'elbow'),
      startHead: fc.constantFrom('none', 'triangle'),
      endHead: fc.constantFrom('arrow', 'dot', 'diamond'),
      weight: fc.constantFrom('thin', 'thick'),
    });
    fc.assert(
      fc.property(end, end, look, fc.constantFrom('', 'johtaa siihen'), (from, to, fields, text) => {
        const route = routeOf(element(fields, text), from, to);
        expect(route.d).not.toMatch(/NaN|Infinity|undefined/);
        for (const { x, y } of [...route.points, route.middle]) {
          expect(x).toBeGreaterThanOrEqual(route.box.x);
          expect(x).toBeLessThanOrEqual(route.box.x + route.box.width);
          expect(y).toBeGreaterThanOrEqual(route.box.y);
          expect(y).toBeLessThanOrEqual(route.box.y + route.box.height);
        }
      }),
      { numRuns: 500 },
    );
  });
});
