import { describe, expect, test } from 'vitest';
import { BoardModel } from './model.ts';
import { framesInOrder, inRows, readingOrder, type ReadingNode } from './reading-order.ts';
import { documentWith, KINDS } from './testing.ts';

function treeOf(...elements: Parameters<typeof documentWith>): unknown {
  const model = new BoardModel(KINDS);
  model.attach('board', documentWith(...elements));
  const plain = ({ element, children }: ReadingNode): unknown =>
    children.length > 0 ? [element.id, children.map(plain)] : element.id;
  return readingOrder(model).map(plain);
}

const at = (x: number, y: number, frame: string | null = null) => ({ frame, x, y });

describe('reading order', () => {
  test('frames alone come in the same order, with their depth', () => {
    const model = new BoardModel(KINDS);
    model.attach(
      'board',
      documentWith(
        { id: 'second', kind: 'area', order: 'a2' },
        { id: 'inner', kind: 'area', order: 'a3', place: at(0, 0, 'first') },
        { id: 'note', place: at(0, 0, 'first') },
        { id: 'first', kind: 'area', order: 'a1' },
      ),
    );
    const order = framesInOrder(model).map(({ frame, depth }) => [frame.id, depth]);
    expect(order).toEqual([
      ['first', 0],
      ['inner', 1],
      ['second', 0],
    ]);
  });

  test('frames by their order, whatever their place, then loose notes by place', () => {
    expect(
      treeOf(
        { id: 'loose', place: at(0, 0) },
        { id: 'second', kind: 'area', order: 'a2', place: at(0, 0) },
        { id: 'first', kind: 'area', order: 'a1', place: at(900, 900) },
      ),
    ).toEqual(['first', 'second', 'loose']);
  });

  test('in a frame: rows from the top, each from the left, uneven rows too', () => {
    expect(
      treeOf(
        { id: 'frame', kind: 'area', order: 'a1' },
        { id: '4', place: at(130, 140, 'frame') },
        { id: '1', place: at(10, 12, 'frame') },
        { id: '3', place: at(0, 130, 'frame') },
        { id: '2', place: at(130, 0, 'frame') },
      ),
    ).toEqual([['frame', ['1', '2', '3', '4']]]);
  });

  test('frames in frames come before the notes beside them', () => {
    expect(
      treeOf(
        { id: 'outer', kind: 'area', order: 'a1' },
        { id: 'note', place: at(0, 0, 'outer') },
        { id: 'inner', kind: 'area', order: 'a1', place: at(0, 300, 'outer') },
        { id: 'deep', place: at(0, 0, 'inner') },
      ),
    ).toEqual([['outer', [['inner', ['deep']], 'note']]]);
  });

  test('content of a missing frame is read on the board', () => {
    expect(treeOf({ id: 'lost', place: at(0, 0, 'gone') })).toEqual(['lost']);
  });
});

test('rows hold every item once', () => {
  const items = Array.from({ length: 50 }, (_, i) => ({ x: (i * 37) % 400, y: (i * 53) % 600, width: 50, height: 50 }));
  const rows = inRows(items, (item) => item);
  expect(rows).toHaveLength(50);
  expect(new Set(rows).size).toBe(50);
});
