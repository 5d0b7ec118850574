import { commentsIn, threadsOf } from '@talkoot/board';
import * as Y from 'yjs';
import { type GateBench, wordsOf, mapOf } from '../bench.ts';
import { any, gone, map, text, words } from '../forge.ts';
import { ANN, annWrites, at, type Case, fieldsOf, holder, next } from './case.ts';

/** A thread that the server wrote for Bob. */
function withThread(b: GateBench): void {
  const said = new Y.Map<unknown>([['c1', { author: 'bob', at: 1, words: 'Miksi?', mentions: [] }]]);
  const thread = new Y.Map<unknown>([
    ['element', 'b1'],
    ['resolved', null],
    ['comments', said],
  ]);
  threadsOf(b.server).set('t1', thread);
}

const saidIn = (doc: Y.Doc): Y.Map<unknown> => commentsIn(threadsOf(doc).get('t1')) as Y.Map<unknown>;

/** Comments are the server's, whoever writes: a thread, a word in another's name, a thing resolved, something deleted. */
const COMMENTS: Case[] = (
  [
    ['a new thread', (doc) => threadsOf(doc).set('t2', new Y.Map<unknown>([['element', 'a1']]))],
    ['a reply', (doc) => saidIn(doc).set('c2', { author: 'ann', at: 2, words: 'x', mentions: [] })],
    ['words of another', (doc) => saidIn(doc).set('c1', { author: 'bob', at: 1, words: 'x', mentions: [] })],
    ['a thread resolved', (doc) => threadsOf(doc).get('t1')?.set('resolved', { by: 'ann', at: 1 })],
    ['a comment deleted', (doc) => saidIn(doc).delete('c1')],
    ['a thread deleted', (doc) => threadsOf(doc).delete('t1')],
  ] satisfies [string, (doc: Y.Doc) => unknown][]
).flatMap(([name, change]) =>
  (['ann', 'fac'] as const).map(
    (who): Case => ({
      name: `G9 comments: ${name}, by ${who}`,
      want: ['serverOnly'],
      who,
      update: (b) => {
        withThread(b);
        return b.updateOf(who, (doc) => void change(doc));
      },
    }),
  ),
);

/** G8 and G9: where structs land, and under which keys and values. */
export const EFFECTS: Case[] = [
  {
    name: 'G8 neighbours of different parents',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: at(b, 'a1', 'order'), right: at(b, 'b1', 'order'), content: any('a1') }]),
  },
  {
    name: 'G8 words between neighbours of two elements',
    want: ['malformed'],
    update: (b) => {
      const [mine, theirs] = [wordsOf(b.server, 'a1')._start, wordsOf(b.server, 'b1')._start];
      if (!mine || !theirs) throw new Error('no words');
      return annWrites(b, [
        { origin: [mine.id.client, mine.id.clock], right: [theirs.id.client, theirs.id.clock], content: words('x') },
      ]);
    },
  },
  {
    name: 'G8 map entry with a right neighbour',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ right: at(b, 'a1', 'order'), content: any('a1') }]),
  },
  {
    name: 'G8 copied into the session by its neighbour',
    want: ['serverOnly'],
    update: (b) => {
      b.server.getMap('session').set('state', 'open');
      const item = b.server.getMap('session')._map.get('state');
      if (!item) throw new Error('no state');
      return annWrites(b, [{ origin: [item.id.client, item.id.clock], content: any('draft') }]);
    },
  },
  {
    name: 'G8 two values in one entry',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: at(b, 'a1', 'order'), content: any('a1', 'a2') }]),
  },
  {
    name: 'G8 list item in a map',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: 'elements', content: any(1) }]),
  },
  {
    name: 'G8 parent inside a run of words',
    want: ['malformed'],
    update: (b) => {
      const start = wordsOf(b.server, 'a1')._start;
      if (!start) throw new Error('no words');
      return annWrites(b, [{ parent: [start.id.client, start.id.clock + 1], sub: 'x', content: any(1) }]);
    },
  },
  {
    name: 'G9 session',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => doc.getMap('session').set('state', 'open')),
  },
  {
    name: 'G9 meta',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => doc.getMap('meta').set('title', 'x')),
  },
  ...COMMENTS,
  {
    name: 'G9 unknown root',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: 'elsewhere', sub: 'x', content: any(1) }]),
  },
  {
    name: 'G9 100,000 unknown roots',
    want: ['schema', 'tooLarge'],
    update: (b) =>
      annWrites(
        b,
        Array.from({ length: 12_000 }, (_, i) => ({ parent: `r${i}`, sub: 'x', content: any(1) })),
      ),
  },
  {
    name: 'G9 element that is a number',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: 'elements', sub: 'n', content: any(1) }]),
  },
  {
    name: 'G9 element that is a text',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: 'elements', sub: 'n', content: text() }]),
  },
  ...['__proto__', 'constructor', 'prototype', 'x'.repeat(65), 'a b'].map(
    (sub): Case => ({
      name: `G9 key ${sub.slice(0, 12)}`,
      want: ['schema'],
      update: (b) => annWrites(b, [{ parent: 'elements', sub, content: map() }]),
    }),
  ),
  {
    name: 'G9 field __proto__',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: holder(b, 'a1'), sub: '__proto__', content: any(1) }]),
  },
  {
    name: 'G9 __proto__ inside a value',
    want: ['schema'],
    update: (b) =>
      annWrites(b, [{ parent: holder(b, 'a1'), sub: 'tags', content: any(JSON.parse('{"__proto__":{"x":1}}')) }]),
  },
  ...[Number.NaN, Number.POSITIVE_INFINITY, undefined, new Uint8Array(3), 12n].map(
    (value): Case => ({
      name: `G9 value ${Object.prototype.toString.call(value)} ${String(value)}`,
      want: ['schema', 'malformed'],
      update: (b) => annWrites(b, [{ parent: holder(b, 'a1'), sub: 'rotation', content: any(value) }]),
    }),
  ),
  {
    name: 'G9 binary',
    want: ['schema'],
    update: (b) =>
      annWrites(b, [{ parent: holder(b, 'a1'), sub: 'tags', content: new Y.ContentBinary(new Uint8Array(3)) }]),
  },
  {
    name: 'G9 JSON content',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: holder(b, 'a1'), sub: 'tags', content: new Y.ContentJSON(['x']) }]),
  },
  {
    name: 'G9 subdocument',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: holder(b, 'a1'), sub: 'tags', content: new Y.ContentDoc(new Y.Doc()) }]),
  },
  {
    name: 'G9 XML',
    want: ['schema'],
    update: (b) =>
      annWrites(b, [{ parent: 'elements', sub: 'n', content: new Y.ContentType(new Y.XmlElement('script')) }]),
  },
  {
    name: 'G9 XML text as words',
    want: ['schema'],
    update: (b) =>
      annWrites(b, [{ parent: holder(b, 'a1'), sub: 'text', content: new Y.ContentType(new Y.XmlText()) }]),
  },
  {
    name: 'G9 XML hook as an element',
    want: ['schema'],
    update: (b) =>
      annWrites(b, [
        { parent: 'elements', sub: 'n', content: new Y.ContentType(new Y.XmlHook('x')) },
        ...fieldsOf([ANN, next(b, ANN)], 'ann'),
      ]),
  },
  {
    name: 'G9 XML text in a new element',
    want: ['schema'],
    update: (b) => {
      const self: [number, number] = [ANN, next(b, ANN)];
      return annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fieldsOf(self, 'ann', ['text']),
        { parent: self, sub: 'text', content: new Y.ContentType(new Y.XmlText()) },
      ]);
    },
  },
  {
    name: 'G9 tombstone under a bad key',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: 'elements', sub: 'a b', content: gone() }]),
  },
  {
    name: 'G9 number that is none, overwritten at once',
    want: ['schema'],
    update: (b) => {
      const clock = next(b, ANN);
      const first = { parent: holder(b, 'a1'), sub: 'rotation', content: any(Number.NaN) };
      return annWrites(b, [first, { origin: [ANN, clock], content: any(3) }], { [ANN]: [[clock, 1]] });
    },
  },
  {
    name: 'G9 map nested in an element',
    want: ['schema'],
    update: (b) => annWrites(b, [{ parent: holder(b, 'a1'), sub: 'tags', content: map() }]),
  },
  {
    name: 'G9 maps nested deep',
    want: ['schema', 'malformed'],
    update: (b) => {
      const from = next(b, ANN);
      const nested = Array.from({ length: 500 }, (_, i) => ({
        parent: [ANN, from + i] as [number, number],
        sub: 'x',
        content: map(),
      }));
      return annWrites(b, [{ parent: 'elements', sub: 'n', content: map() }, ...nested]);
    },
  },
  {
    name: 'G9 unknown field',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => mapOf(doc, 'a1').set('cheat', 1)),
  },
  {
    name: 'G9 value of the wrong type',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => mapOf(doc, 'a1').set('place', 'here')),
  },
  {
    name: 'G9 colour that is none',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => mapOf(doc, 'a1').set('colour', 'ultra')),
  },
];
