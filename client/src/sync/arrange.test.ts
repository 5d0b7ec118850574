import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { describe, expect, test } from 'vitest';
import { addElement } from './actions-add.ts';
import { type Arrangement, arrange } from './arrange.ts';
import { boardWithNotes } from './testing/notes.ts';

function after(how: Arrangement, ...corners: [number, number][]): [number, number][] {
  const { session, ids } = boardWithNotes(...corners);
  expect(arrange(session, ids, how)).toEqual({ allowed: true });
  return ids.map((id) => {
    const box = session.model.box(id);
    return [box?.x ?? Number.NaN, box?.y ?? Number.NaN];
  });
}

describe('arranging', () => {
  test.each<[Arrangement, [number, number][]]>([
    [
      'left',
      [
        [0, 0],
        [0, 300],
      ],
    ],
    [
      'centre',
      [
        [100, 0],
        [100, 300],
      ],
    ],
    [
      'right',
      [
        [200, 0],
        [200, 300],
      ],
    ],
    [
      'top',
      [
        [0, 0],
        [200, 0],
      ],
    ],
    [
      'middle',
      [
        [0, 150],
        [200, 150],
      ],
    ],
    [
      'bottom',
      [
        [0, 300],
        [200, 300],
      ],
    ],
  ])('aligns %s', (how, expected) => {
    expect(after(how, [0, 0], [200, 300])).toEqual(expected);
  });

  test('spreads evenly between the outermost', () => {
    expect(after('row', [0, 0], [120, 10], [500, 0])).toEqual([
      [0, 0],
      [250, 10],
      [500, 0],
    ]);
    expect(after('column', [0, 500], [0, 0], [5, 110])).toEqual([
      [0, 500],
      [0, 0],
      [5, 250],
    ]);
  });

  test('makes rows straight, and a grid of a heap', () => {
    expect(after('tidy', [0, 0], [130, 20], [10, 190], [150, 170])).toEqual([
      [0, 0],
      [120, 0],
      [0, 120],
      [120, 120],
    ]);
    const heap = Array.from({ length: 9 }, (_, index): [number, number] => [index * 3, index]);
    const spots = after('tidy', ...heap);
    expect(new Set(spots.map(([x]) => x)).size).toBe(3);
    expect(new Set(spots.map(([, y]) => y)).size).toBe(3);
    expect(new Set(spots.map(String)).size).toBe(9);
  });

  test('is one step to undo, and leaves the frame things stand in', () => {
    const { session, ids } = boardWithNotes([50, 50], [300, 90]);
    addElement(session, {
      type: ELEMENT_TYPES.get('frame') as ElementType,
      at: { x: 0, y: 0, size: { width: 900, height: 600 } },
    });
    arrange(session, ids, 'top');
    expect(ids.map((id) => session.model.box(id)?.y)).toEqual([50, 50]);
    session.undo.undo();
    expect(ids.map((id) => session.model.box(id)?.y)).toEqual([50, 90]);
  });

  test('of one thing changes nothing', () => {
    expect(after('tidy', [7, 9])).toEqual([[7, 9]]);
  });
});
