import { expect, test } from 'vitest';
import { boxAround, centreOf, containsBox, containsPoint, grow, overlaps } from './geometry.ts';

const box = { x: 0, y: 0, width: 10, height: 20 };

test('a box around boxes', () => {
  expect(boxAround([])).toBeNull();
  expect(boxAround([box, { x: -5, y: 10, width: 5, height: 30 }])).toEqual({ x: -5, y: 0, width: 15, height: 40 });
});

test('growing, centre', () => {
  expect(grow(box, 5)).toEqual({ x: -5, y: -5, width: 20, height: 30 });
  expect(centreOf(box)).toEqual({ x: 5, y: 10 });
});

test('touching, holding', () => {
  expect(overlaps(box, { x: 10, y: 20, width: 1, height: 1 })).toBe(true);
  expect(overlaps(box, { x: 10.1, y: 0, width: 1, height: 1 })).toBe(false);
  expect(containsBox(box, { x: 1, y: 1, width: 9, height: 19 })).toBe(true);
  expect(containsBox(box, { x: 1, y: 1, width: 10, height: 1 })).toBe(false);
  expect(containsPoint(box, { x: 10, y: 20 })).toBe(true);
  expect(containsPoint(box, { x: -0.1, y: 0 })).toBe(false);
});
