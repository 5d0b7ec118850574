import { createElement, elementsOf, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES, LIMITS } from '@talkoot/protocol';
import * as encoding from 'lib0/encoding';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { frame, GateBench, mapOf, sticky, wordsOf } from './bench.ts';
import { any, type Forged, forge, gone, map, text, words } from './forge.ts';

/** A room with a sticky of each person and a locked frame with a sticky of Ann in it. */
export function room(judge?: typeof import('../gate.ts').judge): GateBench {
  const bench = new GateBench(judge);
  bench.add('ann', 'a1');
  bench.add('bob', 'b1');
  bench.add('fac', 'f1', frame('f1', 'fac'));
  bench.add('ann', 'in', { ...sticky('in', 'ann'), place: { frame: 'f1', x: 5, y: 5 } });
  bench.try('fac', (doc) => setField(doc, 'f1', 'locked', true));
  return bench;
}

/** Id of the document's item at a field, and where the writer's next struct goes. */
function at(bench: GateBench, id: string, field: string): [number, number] {
  const item = mapOf(bench.server, id)._map.get(field);
  if (!item) throw new Error(`no ${field}`);
  return [item.lastId.client, item.lastId.clock];
}

function holder(bench: GateBench, id: string): [number, number] {
  const item = elementsOf(bench.server)._map.get(id);
  if (!item) throw new Error(`no ${id}`);
  return [item.id.client, item.id.clock];
}

const ANN = 2_000;
const next = (bench: GateBench, client: number): number => Y.getState(bench.server.store, client);

/** One block of Ann's at her next clock. */
function annWrites(
  bench: GateBench,
  structs: Forged['structs'],
  deletes: Parameters<typeof forge>[1] = {},
): Uint8Array {
  return forge([{ client: ANN, clock: next(bench, ANN), structs }], deletes);
}

/** All fields of an honest sticky as structs under the element struct at `from`. */
function fieldsOf(from: [number, number], author: string, skip: string[] = []): Forged['structs'] {
  const values: Record<string, Y.Item['content']> = {
    kind: any('sticky'),
    place: any({ frame: null, x: 1, y: 1 }),
    size: any({ width: 9, height: 9 }),
    order: any('a0'),
    author: any(author),
    colour: any('blue'),
    text: text(),
  };
  return Object.entries(values)
    .filter(([name]) => !skip.includes(name))
    .map(([sub, content]) => ({ parent: from, sub, content }));
}

/** One update and what the gate must say to it. */
export interface Case {
  name: string;
  /** Codes of which one must come; `ok` lets it through. */
  want: string[];
  update: (bench: GateBench) => Uint8Array;
  who?: 'fac' | 'ann' | 'bob' | 'obs';
  /** What must be true of the room afterwards. */
  afterwards?: (bench: GateBench) => void;
}

const HONEST: Case[] = [
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

const TIDYING: Case[] = [
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

const UNTIDY: Case[] = [
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

const SHAPE: Case[] = [
  { name: 'G1 too large', want: ['tooLarge'], update: () => new Uint8Array(LIMITS.updateBytes + 1) },
  {
    name: 'G1 too many clients',
    want: ['tooLarge'],
    update: () => forge(Array.from({ length: 60 }, (_, i) => ({ client: i + 1, clock: 0, structs: [{ gc: 1 }] }))),
  },
  { name: 'G2 nothing', want: ['malformed'], update: () => new Uint8Array() },
  {
    name: 'G2 trailing bytes',
    want: ['malformed'],
    update: (b) => {
      const honest = b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
      return Uint8Array.from([...honest, 0]);
    },
  },
  {
    name: 'G2 header of 33 million structs',
    want: ['malformed'],
    update: () => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 33_000_000);
      encoding.writeVarUint(encoder, ANN);
      encoding.writeVarUint(encoder, 0);
      return encoding.toUint8Array(encoder);
    },
  },
  {
    name: 'G2 values nested 100,000 deep',
    want: ['malformed', 'schema', 'tooLarge'],
    update: (b) => {
      // An array of one array of one array: byte 117, then the length.
      const deep = new Uint8Array(200_001).fill(117);
      for (let i = 1; i < deep.length; i += 2) deep[i] = 1;
      const honest = annWrites(b, [{ origin: at(b, 'a1', 'order'), content: any('MARK') }]);
      return Uint8Array.from([...honest.subarray(0, honest.length - 7), ...deep, 0]);
    },
  },
  { name: 'G3 skip', want: ['malformed'], update: (b) => annWrites(b, [{ skip: 3 }, { gc: 1 }]) },
  {
    name: 'G3 one client in two blocks',
    want: ['malformed'],
    update: (b) =>
      forge([
        { client: ANN, clock: next(b, ANN), structs: [{ gc: 1 }] },
        { client: 3_000, clock: next(b, 3_000), structs: [{ gc: 1 }] },
        { client: ANN, clock: next(b, ANN) + 1, structs: [{ gc: 1 }] },
      ]),
  },
  { name: 'G3 struct of length zero', want: ['malformed'], update: (b) => annWrites(b, [{ gc: 0 }]) },
  {
    name: 'G3 clock beyond safe integers',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ gc: Number.MAX_SAFE_INTEGER }]),
  },
  {
    name: 'G4 clock gap',
    want: ['gap'],
    update: (b) => forge([{ client: ANN, clock: next(b, ANN) + 5, structs: [{ gc: 1 }] }]),
  },
  {
    name: 'G5 client id of somebody else',
    want: ['foreignClient'],
    update: (b) => b.updateOf('bob', (doc) => setField(doc, 'b1', 'tags', ['x'])),
  },
  {
    name: 'G5 garbage over somebody else’s future',
    want: ['foreignClient'],
    update: (b) => forge([{ client: 3_000, clock: next(b, 3_000), structs: [{ gc: 50 }] }]),
  },
  {
    name: 'G5 id of the server’s own writes',
    want: ['foreignClient'],
    update: (b) => {
      b.server.getMap('meta').set('title', 'x');
      return forge([{ client: b.server.clientID, clock: next(b, b.server.clientID), structs: [{ gc: 1 }] }]);
    },
  },
  {
    name: 'G5 id leased to somebody who has not used it yet',
    want: ['foreignClient'],
    update: (b) => {
      b.leases.set(3_001, 'bob');
      return forge([{ client: 3_001, clock: 0, structs: [{ gc: 5 }] }]);
    },
  },
  {
    name: 'G6 origin nobody has',
    want: ['gap'],
    update: (b) => annWrites(b, [{ origin: [999, 5], content: words('x') }]),
  },
  {
    name: 'G6 origin that is itself',
    want: ['gap'],
    update: (b) => annWrites(b, [{ origin: [ANN, next(b, ANN)], content: words('x') }]),
  },
  {
    name: 'G6 origin further on',
    want: ['gap'],
    update: (b) =>
      annWrites(b, [
        { origin: [ANN, next(b, ANN) + 1], content: words('x') },
        { origin: at(b, 'a1', 'order'), content: any('a1') },
      ]),
  },
  {
    name: 'G6 two origins that wait for one another',
    want: ['gap'],
    update: () =>
      forge([
        { client: 2_001, clock: 0, structs: [{ origin: [2_002, 0], content: words('x') }] },
        { client: 2_002, clock: 0, structs: [{ origin: [2_001, 0], content: words('x') }] },
      ]),
  },
  {
    name: 'G6 cycle through a deleted parent',
    want: ['gap'],
    update: () =>
      forge([
        { client: 2_001, clock: 0, structs: [{ parent: [2_002, 0], sub: 'x', content: gone() }] },
        { client: 2_002, clock: 0, structs: [{ parent: [2_001, 0], sub: 'x', content: gone() }] },
      ]),
  },
  {
    name: 'G7 delete of a colleague’s future',
    want: ['gap'],
    update: (b) => forge([], { 3000: [[next(b, 3_000), 100]] }),
  },
  {
    name: 'G7 delete that straddles the future',
    want: ['gap'],
    update: (b) => forge([], { 3000: [[next(b, 3_000) - 1, 100]] }),
  },
  { name: 'G7 delete under an id nobody has', want: ['gap'], update: () => forge([], { 77: [[0, 1]] }) },
  { name: 'G7 empty delete range', want: ['malformed'], update: () => forge([], { 3000: [[0, 0]] }) },
];

const EFFECTS: Case[] = [
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
  {
    name: 'G10 embed',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').insertEmbed(0, { image: 'x' })),
  },
  {
    name: 'G10 format not in the list',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').format(0, 2, { script: true })),
  },
  {
    name: 'G10 format bomb',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').format(0, 2, { bold: 'x'.repeat(50_000) })),
  },
  {
    name: 'G10 link that runs',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').format(0, 2, { link: 'javascript:alert(1)' })),
  },
  {
    name: 'G10 attribute of a text',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').setAttribute('x', 1)),
  },
  {
    name: 'G10 too many words',
    want: ['tooLarge'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'a1').insert(0, 'x'.repeat(4_001))),
  },
  {
    name: 'G11 place hidden behind a losing entry',
    want: ['schema'],
    update: (b) => {
      const [client, clock] = at(b, 'b1', 'place');
      return forge(
        [
          {
            client: 2_001,
            clock: 0,
            structs: [{ parent: holder(b, 'b1'), sub: 'place', content: any({ frame: null, x: 1, y: 1 }) }],
          },
        ],
        { [client]: [[clock, 1]] },
      );
    },
  },
  {
    name: 'G11 tombstone over a field',
    want: ['schema'],
    update: (b) => annWrites(b, [{ origin: at(b, 'b1', 'place'), content: gone() }]),
  },
  {
    name: 'G11 tombstone over the author',
    want: ['serverOnly', 'schema'],
    update: (b) => annWrites(b, [{ origin: at(b, 'b1', 'author'), content: gone() }]),
  },
  {
    name: 'G11 delete of the author only',
    want: ['serverOnly', 'schema'],
    update: (b) => {
      const [c, k] = at(b, 'b1', 'author');
      return forge([], { [c]: [[k, 1]] });
    },
  },
  {
    name: 'G11 delete of the words’ text',
    want: ['schema'],
    update: (b) => {
      const [c, k] = at(b, 'a1', 'text');
      return forge([], { [c]: [[k, 1]] });
    },
  },
  {
    name: 'G11 the words’ text replaced',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => mapOf(doc, 'a1').set('text', new Y.Text('new'))),
  },
  {
    name: 'G11 element under a tombstone',
    want: ['deleteNotAllowed'],
    update: (b) => annWrites(b, [{ origin: holder(b, 'b1'), content: gone() }]),
  },
];

const RIGHTS: Case[] = [
  {
    name: 'G12 words of somebody else',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'b1').insert(0, 'x')),
  },
  {
    name: 'G12 erasing somebody else’s words',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'b1').delete(0, 2)),
  },
  {
    name: 'G12 delete of somebody else’s',
    want: ['deleteNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => elementsOf(doc).delete('b1')),
  },
  {
    name: 'G12 delete of everything',
    want: ['deleteNotAllowed', 'locked'],
    update: (b) =>
      forge(
        [],
        Object.fromEntries([...b.server.store.clients.keys()].map((c) => [c, [[0, next(b, c)]] as [number, number][]])),
      ),
  },
  {
    name: 'G12 colour of somebody else’s',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'b1', 'colour', 'red')),
  },
  {
    name: 'G12 author changed',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'author', 'bob')),
  },
  {
    name: 'G12 time of making changed',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'createdAt', 5)),
  },
  {
    name: 'G12 lock by a participant',
    want: ['role'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'locked', true)),
  },
  {
    name: 'G12 unlock and edit in one',
    want: ['role', 'locked'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        setField(doc, 'f1', 'locked', false);
        setField(doc, 'in', 'colour', 'red');
      }),
  },
  {
    name: 'G12 edit inside a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'in').insert(0, 'x')),
  },
  {
    name: 'G12 move out of a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'in', 'place', { frame: null, x: 0, y: 0 })),
  },
  {
    name: 'G12 move into a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'place', { frame: 'f1', x: 0, y: 0 })),
  },
  {
    name: 'G12 make inside a locked frame',
    want: ['locked'],
    update: (b) =>
      b.updateOf('ann', (doc) =>
        createElement(doc, { ...sticky('n', 'ann'), place: { frame: 'f1', x: 0, y: 0 } }, ELEMENT_MODELS),
      ),
  },
  {
    name: 'G12 make a frame',
    want: ['kindNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, frame('n', 'ann'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 turn a sticky into a frame',
    want: ['kindNotAllowed'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        setField(doc, 'a1', 'kind', 'frame');
        setField(doc, 'a1', 'look', 'zone');
      }),
  },
  {
    name: 'G12 kind changed without its fields',
    want: ['incomplete'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'kind', 'text')),
  },
  {
    name: 'G12 make in another’s name',
    want: ['notYours'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('n', 'bob'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make in nobody’s name',
    want: ['notYours'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('n', null), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make without an author',
    want: ['incomplete'],
    update: (b) =>
      annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fieldsOf([ANN, next(b, ANN)], 'ann', ['author']),
      ]),
  },
  {
    name: 'G12 make with two authors',
    want: ['notYours'],
    update: (b) =>
      annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fieldsOf([ANN, next(b, ANN)], 'ann'),
        { origin: [ANN, next(b, ANN) + 5], content: any('bob') },
      ]),
  },
  {
    name: 'G12 make with another’s name below one’s own',
    want: ['notYours'],
    update: (b) => {
      const clock = next(b, ANN);
      const fields = fieldsOf([ANN, clock], 'bob');
      return annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fields,
        { origin: [ANN, clock + 5], content: any('ann') },
      ]);
    },
  },
  {
    name: 'G12 make over somebody else’s',
    want: ['deleteNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'ann'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make over one’s own with a new author',
    want: ['formerAuthor'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('a1', 'bob'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 bring back what another deleted',
    want: ['formerAuthor'],
    update: (b) => {
      b.try('bob', (doc) => elementsOf(doc).delete('b1'));
      return b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'ann'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G12 bring back as its author what one never was',
    want: ['formerAuthor'],
    update: (b) => {
      b.try('bob', (doc) => elementsOf(doc).delete('b1'));
      return b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'bob'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G13 a frame in itself',
    who: 'fac',
    want: ['frameCycle'],
    update: (b) => b.updateOf('fac', (doc) => setField(doc, 'f1', 'place', { frame: 'f1', x: 0, y: 0 })),
  },
  {
    name: 'G13 two frames in one another',
    who: 'fac',
    want: ['frameCycle'],
    update: (b) => {
      b.add('fac', 'f2', frame('f2', 'fac'));
      return b.updateOf('fac', (doc) => {
        setField(doc, 'f1', 'place', { frame: 'f2', x: 0, y: 0 });
        setField(doc, 'f2', 'place', { frame: 'f1', x: 0, y: 0 });
      });
    },
  },
  {
    name: 'G14 observer',
    who: 'obs',
    want: ['readOnly'],
    update: (b) => b.updateOf('obs', (doc) => setField(doc, 'a1', 'place', { frame: null, x: 1, y: 1 })),
  },
  {
    name: 'G14 garbage of an observer',
    who: 'obs',
    want: ['readOnly'],
    update: () => forge([{ client: 4_000, clock: 0, structs: [{ gc: 5 }] }]),
  },
  {
    name: 'G14 closed',
    who: 'fac',
    want: ['closed'],
    update: (b) => {
      b.context = { ...b.context, state: 'closed' };
      return b.updateOf('fac', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G14 participant on a draft',
    want: ['readOnly'],
    update: (b) => {
      b.context = { ...b.context, state: 'draft' };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G14 participant in backstage',
    want: ['role'],
    update: (b) => {
      b.context = { ...b.context, scope: 'backstage' };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G12 colour the rules forbid',
    want: ['colourNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, colours: ['yellow'] } };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'colour', 'red'));
    },
  },
  {
    name: 'G12 kind the rules forbid',
    want: ['kindNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, kinds: ['text'] } };
      return b.updateOf('ann', (doc) => createElement(doc, sticky('n', 'ann'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G12 forbidden colour hidden behind an allowed one',
    want: ['colourNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, colours: ['yellow'] } };
      const clock = next(b, ANN);
      return annWrites(b, [
        { origin: at(b, 'a1', 'colour'), content: any('red') },
        { origin: [ANN, clock], content: any('yellow') },
      ]);
    },
  },
];

/** Every named case: honest ones, bent bytes, hidden effects, missing rights. */
export const CASES: readonly Case[] = [...HONEST, ...TIDYING, ...SHAPE, ...EFFECTS, ...RIGHTS, ...UNTIDY];
