import { PresenceState } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { indexOf, placeAt } from './carets.ts';

/** Words inside an element, as on a board, and the same in another browser. */
function twoCopies() {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  here.getMap('elements').set('note', new Y.Map([['text', new Y.Text('Kahvi')]]));
  const sync = (): void => {
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  };
  sync();
  const words = (doc: Y.Doc) => (doc.getMap('elements').get('note') as Y.Map<Y.Text>).get('text') as Y.Text;
  return { here: words(here), there: words(there), sync };
}

test('a place moves with the letters around it, in the other copy too', () => {
  const { here, there, sync } = twoCopies();
  const [middle, end] = [placeAt(here, 2), placeAt(here, 5)];
  expect(end).toBeNull();
  there.insert(0, 'Hyvä ');
  there.insert(there.length, ' ja pulla');
  sync();
  expect([indexOf(here, middle), indexOf(there, middle)]).toEqual([7, 7]);
  expect(indexOf(there, end)).toBe(there.length);
  there.delete(5, 5);
  expect(indexOf(there, middle)).toBe(5);
});

test('what is sent is a place and no words', () => {
  const { here } = twoCopies();
  const caret = { anchor: placeAt(here, 0), head: placeAt(here, 5) };
  expect(PresenceState.parse({ caret })).toEqual({ caret });
  expect(JSON.stringify(caret)).not.toContain('Kahvi');
});

test('a place in other words, or not known here yet, is nowhere', () => {
  const { here, there } = twoCopies();
  there.insert(5, '!');
  expect(indexOf(here, placeAt(there, 5))).toBeNull();
  const other = new Y.Doc().getText('other');
  other.insert(0, 'abc');
  expect(indexOf(here, placeAt(other, 1))).toBeNull();
});
