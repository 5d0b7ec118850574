import { describe, expect, test } from 'vitest';
import { snap } from './snapping.ts';

const box = (x: number, y: number, width = 100, height = 100) => ({ x, y, width, height });

describe('snapping', () => {
  test('pulls an edge onto an edge nearby, and shows the line along both', () => {
    expect(snap(box(203, 400), [box(200, 0)], 6)).toEqual({
      x: -3,
      y: 0,
      // Boxes of one width share both edges; their middle needs no line then.
      guides: [200, 300].map((at) => ({ axis: 'x', at, from: 0, to: 500 })),
    });
  });

  test('pulls middles onto each other, each axis by itself', () => {
    const { x, y } = snap(box(0, 0, 40, 40), [box(-31, 300, 100, 60), box(500, -15, 20, 80)], 6);
    expect({ x, y }).toEqual({ x: -1, y: 5 });
  });

  test('takes the nearest line', () => {
    expect(snap(box(5, 0), [box(0, 500), box(7, 900)], 6)).toMatchObject({ x: 2 });
  });

  test('leaves alone what is out of reach, or by itself', () => {
    expect(snap(box(10, 10), [box(200, 200)], 6)).toEqual({ x: 0, y: 0, guides: [] });
    expect(snap(box(10, 10), [], 6)).toEqual({ x: 0, y: 0, guides: [] });
  });
});
