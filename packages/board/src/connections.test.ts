import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createElement, setField } from './element.ts';
import { type End, type EndAt, End as EndSchema, distanceToLine, lineMeets, sidePoint } from './ends.ts';
import { deleteElements } from './frames.ts';
import { boxAround } from './geometry.ts';
import { kindRegistry, type KindModel } from './kind.ts';
import { BoardModel, type ModelChange } from './model.ts';
import { AREA, NOTE, sample } from './testing.ts';

/** A straight line from middle to middle, for the engine's own tests. */
const LINE: KindModel = {
  kind: 'line',
  fields: {
    one: { schema: EndSchema, write: 'move', required: true },
    other: { schema: EndSchema, write: 'move', required: true },
  },
  connects: {
    ends: ['one', 'other'],
    route: (_element, from: EndAt, to: EndAt) => {
      const points = [from.point, to.point];
      const box = boxAround(points.map((point) => ({ ...point, width: 0, height: 0 })));
      if (!box) throw new Error('A line has two points');
      return { box, points, d: '', angles: [0, 0], middle: from.point };
    },
  },
  participantsMayAdd: true,
};

const KINDS = kindRegistry([NOTE, AREA, LINE]);

const free = (x: number, y: number): End => ({ element: null, side: null, x, y });
const on = (element: string, side: End['side'] = null): End => ({ element, side, x: 7, y: 9 });

function board(...elements: Parameters<typeof sample>[0][]): { doc: Y.Doc; model: BoardModel; changes: ModelChange[] } {
  const doc = new Y.Doc();
  for (const element of elements) createElement(doc, sample(element), KINDS);
  const model = new BoardModel(KINDS);
  model.attach('board', doc);
  const changes: ModelChange[] = [];
  model.subscribe((change) => changes.push(change));
  return { doc, model, changes };
}

const at = (x: number, y: number, frame: string | null = null) => ({ frame, x, y });
const line = (one: End, other: End, place = at(0, 0)) => ({ id: 'line', kind: 'line', place, fields: { one, other } });

describe('an element between two others', () => {
  test('runs from one to the other, its box and size those of its way', () => {
    const { model } = board({ id: 'a' }, { id: 'b', place: at(400, 100) }, line(on('a'), on('b', 'left')));
    expect(model.get('line')?.route?.points).toEqual([
      { x: 50, y: 50 },
      { x: 400, y: 150 },
    ]);
    expect(model.box('line')).toEqual({ x: 50, y: 50, width: 350, height: 100 });
    expect(model.get('line')?.size).toEqual({ width: 350, height: 100 });
    expect(model.childrenOf(null).find(({ id }) => id === 'line')?.route).toBeDefined();
    expect([...model.connectionsOf('a')]).toEqual(['line']);
  });

  test('follows when what it hangs on moves, grows or moves with its frame', () => {
    const { doc, model, changes } = board(
      { id: 'area', kind: 'area', fields: {}, size: { width: 500, height: 500 } },
      { id: 'a', place: at(0, 0, 'area') },
      line(on('a'), free(300, 0)),
    );
    const start = () => model.get('line')?.route?.points[0];
    expect(start()).toEqual({ x: 50, y: 50 });
    setField(doc, 'a', 'place', at(100, 0, 'area'));
    expect(start()).toEqual({ x: 150, y: 50 });
    setField(doc, 'a', 'size', { width: 200, height: 100 });
    expect(start()).toEqual({ x: 200, y: 50 });
    setField(doc, 'area', 'place', at(0, 1_000));
    expect(start()).toEqual({ x: 200, y: 1_050 });
    expect(changes.every(({ changed }) => changed.has('line'))).toBe(true);
  });

  test('stays at its own point when what it hung on goes, and is caught when that comes back', () => {
    const { doc, model } = board({ id: 'a' }, line(on('a'), free(300, 0), at(1_000, 1_000)));
    deleteElements(doc, ['a']);
    expect(model.get('line')?.route?.points[0]).toEqual({ x: 1_007, y: 1_009 });
    createElement(doc, sample({ id: 'a', place: at(500, 0) }), KINDS);
    expect(model.get('line')?.route?.points[0]).toEqual({ x: 550, y: 50 });
  });

  test('is let go of when it is bound elsewhere or deleted', () => {
    const { doc, model } = board({ id: 'a' }, { id: 'b' }, line(on('a'), free(0, 0)));
    setField(doc, 'line', 'one', on('b'));
    expect([[...model.connectionsOf('a')], [...model.connectionsOf('b')]]).toEqual([[], ['line']]);
    deleteElements(doc, ['line']);
    expect([...model.connectionsOf('b')]).toEqual([]);
    expect(model.box('line')).toBeUndefined();
  });

  test('hangs on no other of its kind, nor on itself, however it was written', () => {
    const { model } = board(line(on('line'), on('second')), { ...line(on('line'), free(5, 5)), id: 'second' });
    expect(model.get('line')?.route?.points).toEqual([
      { x: 7, y: 9 },
      { x: 7, y: 9 },
    ]);
    expect(model.get('second')?.route?.points[0]).toEqual({ x: 7, y: 9 });
  });

  test('can be seen with boxes that are only shown elsewhere', () => {
    const { model } = board({ id: 'a' }, line(on('a'), free(300, 0)));
    const element = model.get('line');
    if (!element) throw new Error('no line');
    const shown = model.routeWith(element, () => ({ x: 1_000, y: 0, width: 100, height: 100 }), { x: 1, y: 2 });
    expect(shown.route?.points).toEqual([
      { x: 1_050, y: 50 },
      { x: 301, y: 2 },
    ]);
    expect(model.get('line')?.route?.points[0]).toEqual({ x: 50, y: 50 });
  });
});

describe('measures', () => {
  const bent = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ];

  test('the middle of each side', () => {
    const box = { x: 0, y: 0, width: 10, height: 20 };
    expect(sidePoint(box, 'top')).toEqual({ x: 5, y: 0 });
    expect(sidePoint(box, 'right')).toEqual({ x: 10, y: 10 });
    expect(sidePoint(box, 'bottom')).toEqual({ x: 5, y: 20 });
    expect(sidePoint(box, 'left')).toEqual({ x: 0, y: 10 });
  });

  test('how far a point is from a line', () => {
    expect(distanceToLine(bent, { x: 50, y: 30 })).toBe(30);
    expect(distanceToLine(bent, { x: 104, y: -3 })).toBe(5);
    expect(distanceToLine([bent[0], bent[0]] as typeof bent, { x: 3, y: 4 })).toBe(5);
  });

  test('whether a line touches a box', () => {
    expect(lineMeets(bent, { x: 40, y: -10, width: 5, height: 20 })).toBe(true);
    expect(lineMeets(bent, { x: 40, y: 10, width: 5, height: 20 })).toBe(false);
    expect(lineMeets(bent, { x: -50, y: -50, width: 500, height: 500 })).toBe(true);
    expect(lineMeets(bent, { x: 101, y: 50, width: 5, height: 5 })).toBe(false);
  });
});
