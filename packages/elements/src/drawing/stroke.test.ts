import type { Point } from '@talkoot/board';
import { LIMITS } from '@talkoot/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceToLine, pathThrough, simplified, tidied } from './line.ts';
import { isPacked, MOST_POINTS, pack, unpack } from './points.ts';
import { pointsOf, strokesOf, widthOf } from './stroke.ts';

const PEN = { pen: 'pen', colour: 'ink', weight: 'medium' };
const point = fc.record({
  x: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
  y: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
});

function circle(radius: number, count: number): Point[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

describe('points as text', () => {
  test('come back to within a step', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 }), (parts) => {
        const points = parts.slice(1).map((y, at) => ({ x: parts[at] as number, y }));
        const text = pack(points);
        expect(isPacked(text)).toBe(true);
        unpack(text).forEach(({ x, y }, at) => {
          expect(x).toBeCloseTo(points[at]?.x as number, 3);
          expect(y).toBeCloseTo(points[at]?.y as number, 3);
        });
      }),
    );
  });

  test('are nothing else', () => {
    const strange = [null, 5, '', 'AAA', 'AAAAA', 'AA A', 'AAA\n', 'ääää', ['AAAA'], 'A'.repeat(4 * MOST_POINTS + 4)];
    expect(strange.filter(isPacked)).toEqual([]);
  });

  test('of the longest stroke are well within what the gate takes', () => {
    expect(4 * MOST_POINTS).toBeLessThan(LIMITS.stringLength / 2);
  });
});

describe('a line drawn by hand', () => {
  test('keeps few points and stays within the tolerance of all', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 80 }),
        fc.constantFrom(0.4, 5, 200),
        (points, tolerance) => {
          const few = simplified(points, tolerance);
          expect(few.length).toBeLessThanOrEqual(points.length);
          for (const each of points) expect(distanceToLine(few, each)).toBeLessThanOrEqual(tolerance + 1e-6);
        },
      ),
    );
  });

  test('is round where the hand went round, sharp where it turned', () => {
    const round = tidied(circle(80, 200), 0.4);
    expect(round.length).toBeLessThan(50);
    expect(round.filter(({ x, y }, at) => x === round[at - 1]?.x && y === round[at - 1]?.y)).toEqual([]);
    const turn = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
    ];
    expect(tidied(turn, 0.4)).toEqual([turn[0], turn[1], turn[1], turn[2]]);
    expect(pathThrough(tidied(turn, 0.4))).toBe('M0 0C0 0 100 0 100 0C100 0 100 100 100 100');
  });

  test('loses the steps of whole pixels', () => {
    const steps = Array.from({ length: 60 }, (_, at) => ({ x: at, y: Math.round(at / 3) }));
    expect(tidied(steps, 0.4).length).toBeLessThan(6);
  });

  test('goes nowhere as a dot', () => {
    expect(pathThrough([{ x: 1, y: 1 }])).toBe('');
    expect(
      pathThrough(
        tidied(
          [
            { x: 1, y: 1 },
            { x: 1, y: 1 },
          ],
          0.4,
        ),
      ),
    ).toBe('');
  });
});

describe('a stroke', () => {
  test('is where the line was, its box in whole units around all of it', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        for (const { box, fields } of strokesOf(points, PEN, 0.4)) {
          expect([box.x, box.y, box.width, box.height].every(Number.isInteger)).toBe(true);
          const finest = Math.max(box.width, box.height) / 4095 + 0.01;
          const there = pointsOf(fields, box).map(({ x, y }) => ({ x: x + box.x, y: y + box.y }));
          for (const each of tidied(points, 0.4)) expect(distanceToLine(there, each)).toBeLessThanOrEqual(finest);
        }
      }),
    );
  });

  test('of one touch is a dot as wide as the pen', () => {
    const [dot] = strokesOf([{ x: 10, y: 10 }], PEN, 0.4);
    expect(dot?.box).toEqual({ x: 8, y: 8, width: 4, height: 4 });
    expect(pointsOf(dot?.fields ?? {}, dot?.box ?? { width: 0, height: 0 })).toEqual([{ x: 2, y: 2 }]);
  });

  test('grows with its box and keeps its width', () => {
    const [line] = strokesOf(
      [
        { x: 0, y: 0 },
        { x: 100, y: 50 },
      ],
      PEN,
      0.4,
    );
    const [from, to] = pointsOf(line?.fields ?? {}, { width: 204, height: 104 }) as [Point, Point];
    expect([from, to]).toEqual([
      { x: 2, y: 2 },
      { x: 202, y: 102 },
    ]);
    expect(widthOf(line?.fields ?? {})).toBe(4);
  });

  test('too long for one becomes several that go on where the last ended', () => {
    const zigzag = Array.from({ length: 5_000 }, (_, at) => ({ x: at * 10, y: (at % 2) * 50 }));
    const strokes = strokesOf(zigzag, PEN, 0.4);
    expect(strokes.length).toBeGreaterThan(2);
    for (const { fields } of strokes) expect(isPacked(fields.points)).toBe(true);
    strokes.slice(1).forEach(({ box, fields }, at) => {
      const before = strokes[at] as (typeof strokes)[number];
      const end = pointsOf(before.fields, before.box).at(-1) as Point;
      const start = pointsOf(fields, box)[0] as Point;
      expect(start.x + box.x).toBeCloseTo(end.x + before.box.x, -1);
    });
  });
});
