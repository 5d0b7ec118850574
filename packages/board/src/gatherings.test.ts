import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createElement, setField } from './element.ts';
import { deleteElements } from './frames.ts';
import { grow } from './geometry.ts';
import { itemsAmong } from './items.ts';
import { kindRegistry, type KindModel } from './kind.ts';
import { BoardModel } from './model.ts';
import { framesInOrder, readingOrder } from './reading-order.ts';
import { AREA, NOTE, sample } from './testing.ts';

const HEAP: KindModel = {
  ...{ kind: 'heap', fields: {}, container: true, text: { formats: [], maxLength: 50 }, participantsMayAdd: true },
  gathers: { box: (content) => grow(content, 10) },
};
const KINDS = kindRegistry([NOTE, AREA, HEAP]);

function board(...elements: Parameters<typeof sample>[0][]): { doc: Y.Doc; model: BoardModel } {
  const doc = new Y.Doc();
  for (const element of elements) createElement(doc, sample(element), KINDS);
  const model = new BoardModel(KINDS);
  model.attach('board', doc);
  return { doc, model };
}

const at = (x: number, y: number, frame: string | null = null) => ({ frame, x, y });
const HEAPED = [
  { id: 'a', place: at(0, 0, 'heap') },
  { id: 'heap', kind: 'heap', place: at(500, 500) },
  { id: 'b', place: at(200, 0, 'heap') },
  { id: 'c', place: at(0, 0) },
];

test('its box is that around what stands in it, and changes with that', () => {
  const { doc, model } = board(...HEAPED);
  expect(model.box('heap')).toEqual({ x: 490, y: 490, width: 320, height: 120 });
  expect(model.get('heap')).toMatchObject({ size: { width: 320, height: 120 }, gathered: 2 });
  const changed: string[] = [];
  model.subscribe((change) => changed.push(...change.changed));
  setField(doc, 'b', 'place', at(300, 0, 'heap'));
  expect(changed).toContain('heap');
  expect(model.box('heap')?.width).toBe(420);
  setField(doc, 'b', 'place', at(0, 0));
  expect(model.box('heap')?.width).toBe(120);
  setField(doc, 'a', 'size', { width: 50, height: 50 });
  expect(model.box('heap')?.width).toBe(70);
  setField(doc, 'heap', 'place', at(0, 0));
  expect(model.box('heap')).toMatchObject({ x: -10, y: -10 });
  deleteElements(doc, ['a']);
  expect(model.get('heap')?.gathered).toBe(0);
  expect(model.box('heap')).toEqual({ x: 0, y: 0, width: 100, height: 100 });
});

test('words written in it leave it as it is', () => {
  const { doc, model } = board(...HEAPED);
  const before = model.get('heap');
  setField(doc, 'a', 'big', true);
  expect(model.get('heap')).toBe(before);
});

test('it is read among the loose things with what stands in it, and is no frame of the workshop', () => {
  const { model } = board(...HEAPED, { id: 'area', kind: 'area', place: at(2_000, 2_000) });
  expect(framesInOrder(model).map(({ frame }) => frame.id)).toEqual(['area']);
  const read = readingOrder(model).map(({ element, children }) => [element.id, children.map((one) => one.element.id)]);
  expect(read).toEqual([
    ['area', []],
    ['c', []],
    ['heap', ['a', 'b']],
  ]);
});

test('heaps that stand in each other are shown all the same', () => {
  const { model } = board(
    { id: 'one', kind: 'heap', place: at(0, 0, 'other') },
    { id: 'other', kind: 'heap', place: at(0, 0, 'one') },
  );
  expect(model.box('one')).toBeDefined();
  expect(model.get('other')?.gathered).toBe(0);
});

test('what was gathered is judged as one when that is asked, what stands alone by itself', () => {
  const { model } = board(...HEAPED);
  const view = { kindOf: (id: string) => model.kindOf(id), placeOf: model.places };
  expect(itemsAmong(['a', 'b', 'c', 'heap'], view, false)).toEqual(['a', 'b', 'c']);
  expect(itemsAmong(['a', 'b', 'c', 'heap'], view, true)).toEqual(['heap', 'c']);
});
