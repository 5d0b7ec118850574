import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { elementsOf, setField, textOf } from './element.ts';
import { kindRegistry } from './kind.ts';
import { planRestoring, restoreElement } from './restoring.ts';
import { AREA, documentWith, KINDS, NOTE, sample } from './testing.ts';
import { UndoList } from './undo.ts';
import { diffRuns } from './words.ts';

const ME = { me: true };
const inFrame = (frame: string | null, x = 0) => ({ frame, x, y: 0 });

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('a board as it was asks for nothing', () => {
  const doc = documentWith({ id: 'area', kind: 'area' }, { id: 'a', place: inFrame('area'), text: 'sanoja' });
  expect(planRestoring(doc, copyOf(doc), KINDS)).toEqual({ created: [], prepared: [], changed: [], removed: [] });
});

test('what was deleted is made again as it was, owners first; what is new goes, owners last', () => {
  const doc = documentWith(
    { id: 'a', place: inFrame('inner'), author: 'bob', createdAt: 7, tags: ['x'], text: 'sanoja' },
    { id: 'inner', kind: 'area', place: inFrame('area') },
    { id: 'area', kind: 'area' },
  );
  const version = copyOf(doc);
  elementsOf(doc).clear();
  for (const [id, place] of [
    ['new', inFrame(null)],
    ['within', inFrame('new')],
  ] as const) {
    const fresh = documentWith(sample({ id, kind: 'area', place }));
    elementsOf(doc).set(id, elementsOf(fresh).get(id)?.clone() as Y.Map<unknown>);
  }
  const plan = planRestoring(doc, version, KINDS);
  expect(plan.created.map(({ id }) => id)).toEqual(['area', 'inner', 'a']);
  expect(plan.created[2]).toMatchObject({ author: 'bob', createdAt: 7, tags: ['x'], text: [{ insert: 'sanoja' }] });
  expect(plan.removed).toEqual(['within', 'new']);
});

test('frames that were in each other the other way round stand on the board on the way', () => {
  const doc = documentWith({ id: 'one', kind: 'area' }, { id: 'other', kind: 'area', place: inFrame('one', 5) });
  const version = copyOf(doc);
  setField(doc, 'other', 'place', inFrame(null));
  setField(doc, 'one', 'place', inFrame('other'));
  const { prepared, changed } = planRestoring(doc, version, KINDS);
  expect(prepared).toEqual([
    { id: 'one', fields: { place: inFrame(null) }, gone: [], words: [] },
    { id: 'other', fields: { place: inFrame(null, 5) }, gone: [], words: [] },
  ]);
  expect(changed.map(({ id }) => id)).toEqual(['one', 'other']);
});

test('a field that had no value is taken back to none that anybody sees', () => {
  const doc = documentWith({ id: 'a' });
  const undo = new UndoList('typist', 0);
  undo.attach(doc);
  setField(doc, 'a', 'tags', ['then'], 'typist');
  setField(doc, 'a', 'big', true, 'typist');
  const version = copyOf(doc);
  undo.undo();
  undo.undo();
  setField(doc, 'a', 'rotation', 5);
  const [mine, { prepared, changed }] = [new UndoList(ME), planRestoring(doc, version, KINDS)];
  mine.attach(doc);
  expect(prepared).toEqual([{ id: 'a', fields: { tags: [] }, gone: [], words: [] }]);
  expect(changed).toEqual([{ id: 'a', fields: { rotation: 0, tags: ['then'], big: true }, gone: [], words: [] }]);
  mine.begin();
  mine.inParts(
    [prepared, changed].map((all) => () => doc.transact(() => all.map((one) => restoreElement(doc, one)), ME)),
  );
  expect(elementsOf(doc).get('a')?.toJSON()).toMatchObject({ rotation: 0, tags: ['then'], big: true });
  mine.undo();
  expect(elementsOf(doc).get('a')?.toJSON()).toMatchObject({ rotation: 5, tags: [] });
});

test('a field that was not there goes; what got or lost its words with another kind is made anew', () => {
  const SPOT = { ...NOTE, kind: 'spot', text: undefined };
  const kinds = kindRegistry([NOTE, AREA, SPOT as never]);
  const doc = documentWith({ id: 'a' }, { id: 'b', text: 'sanoja' });
  const version = copyOf(doc);
  setField(doc, 'a', 'big', true);
  setField(doc, 'b', 'kind', 'spot');
  const { changed, created } = planRestoring(doc, version, kinds);
  expect(changed).toEqual([{ id: 'a', fields: {}, gone: ['big'], words: [] }]);
  expect(created.map(({ id, kind }) => [id, kind])).toEqual([['b', 'note']]);
});

test('words and formats are changed as little as may be', () => {
  const bold = { bold: true };
  const before = [{ insert: 'kissa ' }, { insert: 'istuu', attributes: bold }, { insert: ' 🙂\n' }];
  const after = [{ insert: 'kissat ' }, { insert: 'is', attributes: bold }, { insert: 'tuu' }, { insert: ' 🙃\n' }];
  const steps = diffRuns(before, after);
  expect(steps.filter((step) => 'insert' in step)).toEqual([{ insert: 't' }, { insert: '🙃' }]);
  expect(steps).toContainEqual({ retain: 3, attributes: { bold: null } });
  const text = textOf(documentWith({ id: 'a', text: before }), 'a') as Y.Text;
  text.applyDelta(steps);
  expect(diffRuns(text.toDelta(), after)).toEqual([]);
  // The same words in other pieces are the same.
  expect(diffRuns(after, [{ insert: 'kis' }, { insert: 'sat ' }, ...after.slice(1)])).toEqual([]);
});
