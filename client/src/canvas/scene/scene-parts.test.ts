import { describe, expect, test } from 'vitest';
import { handlesOf, pulled } from '../handles.ts';
import { inkOn } from '../name-tag.ts';
import { Selection } from '../selection.ts';
import { LiftedElements, REST_MS } from './lifted.ts';
import { tilesInView } from './tiles.ts';

describe('lifted elements', () => {
  test('are held, then rest, then go back', () => {
    const lifted = new LiftedElements();
    expect(lifted.hold('a', { dx: 5, dy: 6 })).toBe(true);
    expect(lifted.hold('a', { dx: 7, dy: 8 })).toBe(false);
    expect(lifted.expire(1e9)).toEqual([]);
    expect(lifted.rest('a', 1_000)).toBe(false);
    expect(lifted.get('a')).toMatchObject({ dx: 0, dy: 0 });
    expect(lifted.nextExpiry()).toBe(1_000 + REST_MS);
    expect(lifted.expire(1_000 + REST_MS - 1)).toEqual([]);
    expect(lifted.expire(1_000 + REST_MS)).toEqual(['a']);
    expect([lifted.size, lifted.nextExpiry()]).toEqual([0, null]);
  });

  test('that move again stay up', () => {
    const lifted = new LiftedElements();
    lifted.rest('a', 0);
    lifted.rest('a', 300);
    expect(lifted.expire(REST_MS)).toEqual([]);
    expect(lifted.drop('a')).toBe(true);
    expect(lifted.has('a')).toBe(false);
  });
});

describe('tiles', () => {
  const view = (x: number, y: number, scale: number) => ({ x, y, scale, width: 1_000, height: 600 });

  test('cover the view and no more', () => {
    expect(tilesInView(1, view(0, 0, 1))).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(tilesInView(1, view(-512, 0, 1))[0]).toEqual([1, 0]);
    expect(tilesInView(1, view(1, 0, 1))[0]).toEqual([-1, 0]);
  });

  test('of another scale are as many as they must be', () => {
    expect(tilesInView(1, view(0, 0, 0.5))).toHaveLength(4 * 3);
    expect(tilesInView(1, view(0, 0, 2))).toHaveLength(1);
  });
});

describe('handles', () => {
  const box = { x: 100, y: 100, width: 200, height: 100 };
  const min = { width: 50, height: 40 };

  test('are at the corners, or at the sides', () => {
    expect(handlesOf(box, 'corners').map(({ handle }) => handle)).toEqual(['nw', 'ne', 'sw', 'se']);
    expect(handlesOf(box, 'width')).toEqual([
      { handle: 'w', x: 100, y: 150 },
      { handle: 'e', x: 300, y: 150 },
    ]);
  });

  test('pull their side; the opposite one stays', () => {
    expect(pulled(box, 'se', { x: 10, y: 20 }, min, false)).toEqual({ x: 100, y: 100, width: 210, height: 120 });
    expect(pulled(box, 'nw', { x: 10, y: 20 }, min, false)).toEqual({ x: 110, y: 120, width: 190, height: 80 });
    expect(pulled(box, 'w', { x: 500, y: 9 }, min, false)).toEqual({ x: 250, y: 100, width: 50, height: 100 });
  });

  test('keep the proportions when asked to', () => {
    const { width, height } = pulled(box, 'se', { x: 200, y: 0 }, min, true);
    expect([width, height]).toEqual([400, 200]);
  });
});

test('a selection tells only of real changes and forgets what is gone', () => {
  const selection = new Selection();
  let heard = 0;
  selection.subscribe(() => heard++);
  selection.set(['a', 'b']);
  selection.set(['b', 'a']);
  expect(heard).toBe(1);
  selection.toggle('a');
  expect(selection.only).toBe('b');
  selection.prune(new Set(['x']));
  expect(heard).toBe(2);
  selection.prune(new Set(['b']));
  expect([selection.ids.size, selection.only, heard]).toEqual([0, null, 3]);
});

test('names stand out from the colours of people', () => {
  expect(inkOn('#ffffff')).toBe('#14171a');
  expect(inkOn('#216c8f')).toBe('#ffffff');
  expect(inkOn('red')).toBe('#ffffff');
});
