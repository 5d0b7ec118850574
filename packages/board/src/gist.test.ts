import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { elementsOf } from './element.ts';
import { gistOf } from './gist.ts';
import { documentWith, KINDS } from './testing.ts';

test('the largest elements at their places, each frame under what stands in it', () => {
  const doc = documentWith(
    { id: 'note', place: { frame: 'area', x: 10, y: 20 }, order: 'a0' },
    {
      id: 'area',
      kind: 'area',
      place: { frame: null, x: 500, y: 500 },
      size: { width: 400, height: 300 },
      order: 'a5',
    },
    { id: 'low', place: { frame: null, x: 0, y: 0 }, order: 'a1' },
    { id: 'speck', place: { frame: null, x: -50, y: 0 }, size: { width: 5, height: 5 }, order: 'a2' },
  );
  const { view, elements } = gistOf(doc, KINDS, 3);
  expect(elements.map(({ element }) => element.id)).toEqual(['low', 'area', 'note']);
  expect(elements[2]).toMatchObject({ x: 510, y: 520 });
  // What is too small to be drawn still counts for what is seen.
  expect(view).toEqual({ x: -50, y: 0, width: 950, height: 800 });
});

test('an empty board has no view, and what does not parse is passed over', () => {
  expect(gistOf(new Y.Doc(), KINDS, 10)).toEqual({ view: null, elements: [] });
  const doc = documentWith({ id: 'one' }, { id: 'broken' });
  elementsOf(doc).get('broken')?.set('size', { width: -1, height: 'x' });
  expect(gistOf(doc, KINDS, 10).elements.map(({ element }) => element.id)).toEqual(['one']);
});
