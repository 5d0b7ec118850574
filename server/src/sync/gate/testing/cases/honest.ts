import { createElement, elementsOf, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { type GateBench, sticky, wordsOf } from '../bench.ts';
import { forge } from '../forge.ts';
import { type Case, next } from './case.ts';

/** What honest clients send. */
export const HONEST: Case[] = [
  {
    name: 'create',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('n', 'ann'), ELEMENT_MODELS)),
  },
  {
    name: 'move of somebody else’s',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'b1', 'place', { frame: null, x: 9, y: 9 })),
  },
  {
    name: 'words of one’s own',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').insert(2, 'åäö🙂')),
  },
  {
    name: 'formats of one’s own',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').format(0, 3, { bold: true })),
  },
  {
    name: 'link',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').format(0, 3, { link: 'https://example.org' })),
  },
  {
    name: 'delete of one’s own',
    want: ['ok'],
    update: (b) => b.updateOf('ann', (doc) => elementsOf(doc).delete('a1')),
  },
  {
    name: 'create and delete before it is sent',
    want: ['ok'],
    update: (b) => {
      const doc = b.copy('ann');
      const first = b.updateOf('ann', () => createElement(doc, sticky('n', 'ann'), ELEMENT_MODELS), doc);
      const second = b.updateOf('ann', () => elementsOf(doc).delete('n'), doc);
      return Y.mergeUpdates([first, second]);
    },
  },
  {
    name: 'a field set three times offline',
    want: ['ok'],
    update: (b) => {
      const doc = b.copy('ann');
      for (const x of [1, 2, 3]) setField(doc, 'a1', 'place', { frame: null, x, y: 0 });
      return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(b.server));
    },
    afterwards: (b) => expect(b.field('a1', 'place')).toMatchObject({ x: 3 }),
  },
  {
    name: 'undo of a move',
    want: ['ok'],
    update: (b) => {
      const doc = b.copy('ann');
      const undo = new Y.UndoManager(doc.getMap('elements'), { captureTimeout: 0 });
      setField(doc, 'a1', 'place', { frame: null, x: 1, y: 0 });
      undo.undo();
      return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(b.server));
    },
    afterwards: (b) => expect(b.field('a1', 'place')).toMatchObject({ x: 0 }),
  },
  {
    name: 'undo of a delete',
    want: ['ok'],
    update: (b) => {
      const doc = b.copy('ann');
      const undo = new Y.UndoManager(doc.getMap('elements'), { captureTimeout: 0 });
      b.send(
        'ann',
        b.updateOf('ann', () => elementsOf(doc).delete('a1'), doc),
      );
      undo.undo();
      return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(b.server));
    },
    afterwards: (b) => expect(b.json()).toHaveProperty('a1.text', 'words'),
  },
  { name: 'the whole document again', want: ['ok'], update: (b) => Y.encodeStateAsUpdate(b.copy('ann')) },
  {
    name: 'the whole document again from an observer',
    who: 'obs',
    want: ['ok'],
    update: (b) => Y.encodeStateAsUpdate(b.server),
  },
  {
    name: 'a resend merged over the end of what is known',
    want: ['ok'],
    update: (b) => {
      const doc = b.copy('ann');
      const first = b.updateOf('ann', () => wordsOf(doc, 'a1').insert(5, 'AB'), doc);
      b.send('ann', first);
      const second = b.updateOf('ann', () => wordsOf(doc, 'a1').insert(7, 'CD'), doc);
      return Y.mergeUpdates([first, second]);
    },
    afterwards: (b) => expect(b.json()).toHaveProperty('a1.text', 'wordsABCD'),
  },
  {
    name: 'kind changed with all its fields',
    want: ['ok'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        setField(doc, 'a1', 'kind', 'text');
        setField(doc, 'a1', 'textSize', 'medium');
      }),
  },
  {
    name: 'lock by a facilitator',
    who: 'fac',
    want: ['ok'],
    update: (b) => b.updateOf('fac', (doc) => setField(doc, 'a1', 'locked', true)),
  },
];

/** A format mark without effect in Bob's words, as an insert between two changes leaves it; its id. */
function idleMark(b: GateBench): [number, number] {
  const text = wordsOf(b.server, 'b1');
  const last = [text._start].map((item) => {
    let at = item;
    while (at?.right) at = at.right;
    return at;
  })[0];
  if (!last) throw new Error('no words');
  const clock = next(b, 3_000);
  const { client, clock: end } = last.lastId;
  b.send(
    'bob',
    forge([
      {
        client: 3_000,
        clock,
        structs: [{ origin: [client, end], content: new Y.ContentFormat('bold', true as never) }],
      },
    ]),
  );
  return [3_000, clock];
}

/** Yjs clears away format marks without effect in whoever’s words; it changes nothing. */
export const TIDYING: Case[] = [
  {
    name: 'tidying a mark without effect in somebody else’s words',
    want: ['ok'],
    update: (b) => {
      const [client, clock] = idleMark(b);
      return forge([], { [client]: [[clock, 1]] });
    },
  },
  {
    name: 'the same from an observer, who changes nothing by it',
    who: 'obs',
    want: ['ok'],
    update: (b) => {
      const [client, clock] = idleMark(b);
      return forge([], { [client]: [[clock, 1]] });
    },
  },
];

/** What looks like clearing away and is not. */
export const UNTIDY: Case[] = [
  {
    name: 'G12 a mark with an effect in somebody else’s words',
    want: ['editNotAllowed'],
    update: (b) => {
      b.try('bob', (doc) => wordsOf(doc, 'b1').format(0, 3, { bold: true }));
      const mark = wordsOf(b.server, 'b1')._start;
      if (!(mark?.content instanceof Y.ContentFormat)) throw new Error('no mark');
      return forge([], { [mark.id.client]: [[mark.id.clock, 1]] });
    },
  },
];
