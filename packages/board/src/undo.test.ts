import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createElement, elementsOf, setField, textOf } from './element.ts';
import { documentWith, KINDS, sample } from './testing.ts';
import { UndoList } from './undo.ts';

const ME = { me: true };
const at = (x: number) => ({ frame: null, x, y: 0 });

function xOf(doc: ReturnType<typeof documentWith>, id: string): number {
  const place = elementsOf(doc).get(id)?.get('place') as { x: number } | undefined;
  return place?.x ?? Number.NaN;
}

describe('undo', () => {
  test('takes back own steps, newest first, over several documents', () => {
    const board = documentWith({ id: 'a' });
    const mine = documentWith({ id: 'b' });
    const undo = new UndoList(ME, 0);
    undo.attach(board);
    undo.attach(mine);
    setField(board, 'a', 'place', at(1), ME);
    setField(mine, 'b', 'place', at(2), ME);
    expect(undo.undo()).toBe(true);
    expect([xOf(board, 'a'), xOf(mine, 'b')]).toEqual([1, 0]);
    expect(undo.undo()).toBe(true);
    expect(xOf(board, 'a')).toBe(0);
    expect(undo.undo()).toBe(false);
    expect(undo.redo()).toBe(true);
    expect(xOf(board, 'a')).toBe(1);
  });

  test('leaves what others did', () => {
    const doc = documentWith({ id: 'a' }, { id: 'b' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    setField(doc, 'a', 'place', at(1), ME);
    setField(doc, 'b', 'place', at(5), 'another');
    undo.undo();
    expect([xOf(doc, 'a'), xOf(doc, 'b')]).toEqual([0, 5]);
  });

  test('typing on in one element is one step, anything between ends it', () => {
    const doc = documentWith({ id: 'a' });
    const undo = new UndoList(ME, 60_000);
    undo.attach(doc);
    const edit = (x: number, gesture?: string): void => {
      undo.begin(gesture);
      setField(doc, 'a', 'place', at(x), ME);
    };
    edit(1, 'typing');
    edit(2, 'typing');
    edit(3);
    edit(4, 'typing');
    edit(5, 'typing');
    const seen: number[] = [];
    while (undo.undo()) seen.push(xOf(doc, 'a'));
    expect(seen).toEqual([3, 2, 0]);
  });

  test('a step in parts goes back and forth as one, each part in an update of its own', () => {
    const ids = ['a', 'b', 'c'];
    const doc = documentWith({ id: 'before' }, { id: 'other' });
    const undo = new UndoList(ME, 60_000);
    undo.attach(doc);
    undo.begin();
    setField(doc, 'before', 'place', at(7), ME);
    undo.begin();
    undo.inParts(ids.map((id) => () => createElement(doc, sample({ id }), KINDS, ME)));
    // Somebody else made one part as if it had never been.
    doc.transact(() => elementsOf(doc).delete('a'), 'another');
    let updates = 0;
    doc.on('update', () => updates++);
    const seen = (): string[] => [...elementsOf(doc).keys()].filter((id) => ids.includes(id)).sort();
    expect(undo.undo()).toBe(true);
    expect([seen(), updates, xOf(doc, 'before')]).toEqual([[], 2, 7]);
    expect(undo.redo()).toBe(true);
    expect([seen(), updates, undo.canRedo]).toEqual([['b', 'c'], 4, false]);
    undo.undo();
    undo.undo();
    expect([seen(), xOf(doc, 'before'), undo.canUndo]).toEqual([[], 0, false]);
    setField(doc, 'other', 'place', at(1), ME);
    setField(doc, 'other', 'place', at(2), ME);
    expect([undo.undo(), undo.undo()]).toEqual([true, false]);
  });

  test('a new step ends what could be redone', () => {
    const doc = documentWith({ id: 'a' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    setField(doc, 'a', 'place', at(1), ME);
    undo.undo();
    expect(undo.canRedo).toBe(true);
    setField(doc, 'a', 'place', at(2), ME);
    expect(undo.canRedo).toBe(false);
  });

  test('brings back a deleted element with its words', () => {
    const doc = documentWith({ id: 'a', text: 'tärkeä' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    doc.transact(() => elementsOf(doc).delete('a'), ME);
    undo.undo();
    expect(textOf(doc, 'a')?.toString()).toBe('tärkeä');
  });

  test('a field keeps its value when the one before it cannot come back, also after its element came back', () => {
    const mine = documentWith({ id: 'a' });
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    [mine.clientID, theirs.clientID] = [2, 1];
    const undo = new UndoList(ME, 0);
    undo.attach(mine);
    setField(theirs, 'a', 'place', at(5), 'another');
    setField(mine, 'a', 'place', at(1), ME);
    mine.transact(() => elementsOf(mine).delete('a'), ME);
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(undo.undo()).toBe(true);
    expect(xOf(mine, 'a')).toBe(1);
    expect(undo.undo()).toBe(false);
    expect(xOf(mine, 'a')).toBe(1);
  });

  test('what was removed from a field is brought back and removed again, as often as one likes', () => {
    const doc = documentWith({ id: 'a' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    const element = elementsOf(doc).get('a');
    setField(doc, 'a', 'prompt', 'why?', 'another');
    doc.transact(() => element?.delete('prompt'), ME);
    for (let count = 0; count < 3; count++) {
      undo.undo();
      expect(element?.get('prompt')).toBe('why?');
      undo.redo();
      expect(element?.has('prompt')).toBe(false);
    }
  });

  test('a further origin counts as own once it is tracked', () => {
    const doc = documentWith({ id: 'a', text: '' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    const binding = {};
    undo.track(doc, binding);
    doc.transact(() => textOf(doc, 'a')?.insert(0, 'x'), binding);
    expect(undo.canUndo).toBe(true);
  });

  test('tells of changes and forgets a document that was put away', () => {
    const doc = documentWith({ id: 'a' });
    const undo = new UndoList(ME, 0);
    undo.attach(doc);
    let heard = 0;
    const stop = undo.onChange(() => heard++);
    setField(doc, 'a', 'place', at(1), ME);
    expect(heard).toBe(1);
    undo.detach(doc);
    expect(undo.canUndo).toBe(false);
    stop();
    expect(undo.undo()).toBe(false);
    expect(heard).toBe(2);
  });
});
