import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createElement, type NewElement, setField } from './element.ts';
import { kindRegistry } from './kind.ts';
import { BoardModel } from './model.ts';

const KINDS = kindRegistry([{ kind: 'note', fields: {}, participantsMayAdd: true }]);

function note(id: string, origin: string | null = null): NewElement {
  const place = { frame: null, x: 0, y: 0 };
  return { id, kind: 'note', place, size: { width: 10, height: 10 }, order: 'a0', author: null, origin };
}

test('copies of a group stand in for what they are copies of, for as long as its document is open', () => {
  const [board, group] = [new Y.Doc(), new Y.Doc()];
  for (const id of ['one', 'two']) createElement(board, note(id), KINDS);
  createElement(group, note('copy', 'one'), KINDS);
  const model = new BoardModel(KINDS);
  const shown = (): string[] => [...model.all()].map(({ id }) => id).sort();
  model.attach('board', board);
  expect(shown()).toEqual(['one', 'two']);
  model.attach('group', group);
  expect(shown()).toEqual(['copy', 'two']);
  // The original may change meanwhile, and stays out of sight.
  setField(board, 'one', 'place', { frame: null, x: 5, y: 5 });
  expect(shown()).toEqual(['copy', 'two']);
  createElement(group, note('later', 'two'), KINDS);
  expect(shown()).toEqual(['copy', 'later']);
  model.detach('group');
  expect(shown()).toEqual(['one', 'two']);
});
