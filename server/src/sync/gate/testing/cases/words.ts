import * as Y from 'yjs';
import { type GateBench, mapOf, wordsOf } from '../bench.ts';
import { any, forge, gone, words } from '../forge.ts';
import { ANN, annWrites, at, type Case, holder, next } from './case.ts';

/** G10, G11, G16 and G17: words, values that would vanish, and where words stand. */
export const WORDS: Case[] = [
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
  {
    name: 'G11 field deleted under a losing tombstone of the element',
    want: ['schema'],
    update: (b) => {
      const [client, clock] = at(b, 'a1', 'size');
      const structs = [{ parent: 'elements', sub: 'a1', content: gone(2) }];
      return forge([{ client: 1_999, clock: 0, structs }], { [client]: [[clock, 1]] });
    },
  },
  {
    name: 'G11 the words’ text deleted while the kind is set',
    want: ['incomplete'],
    who: 'fac',
    update: (b) =>
      b.updateOf('fac', (doc) => {
        mapOf(doc, 'b1').set('kind', 'sticky');
        mapOf(doc, 'b1').delete('text');
      }),
  },
  {
    name: 'G16 words before their own left neighbour',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: letter(b, 'a1', 3), right: letter(b, 'a1', 1), content: words('x') }]),
  },
  {
    name: 'G16 one letter as both neighbours',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: letter(b, 'a1', 2), right: letter(b, 'a1', 2), content: words('x') }]),
  },
  {
    name: 'G16 neighbours with known letters between them',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: letter(b, 'a1', 0), right: letter(b, 'a1', 3), content: words('x') }]),
  },
  {
    name: 'G16 at the end, as if one’s own words were not there',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: letter(b, 'a1', 0), content: words('x') }]),
  },
  {
    name: 'G16 neighbours in two texts',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ origin: letter(b, 'a1', 4), right: letter(b, 'in', 0), content: words('x') }]),
  },
  {
    name: 'G16 two people write at one place',
    want: ['ok'],
    update: (b) => {
      const stale = b.copy('ann');
      b.try('fac', (doc) => wordsOf(doc, 'a1').insert(2, 'their'));
      return b.updateOf('ann', (doc) => wordsOf(doc, 'a1').insert(2, 'my'), stale);
    },
    afterwards: (b) => {
      if (!/^wo(theirmy|mytheir)rds$/.test(String(wordsOf(b.server, 'a1')))) throw new Error('words lost');
    },
  },
  {
    name: 'G17 garbage beside half of somebody else’s emoji',
    want: ['malformed'],
    update: (b) => {
      b.try('bob', (doc) => wordsOf(doc, 'b1').insert(0, '🙂'));
      const half = letter(b, 'b1', 1);
      return forge([
        {
          client: ANN,
          clock: next(b, ANN),
          structs: [{ gc: 1 }, { origin: [ANN, next(b, ANN)], right: half, content: any(1) }],
        },
      ]);
    },
  },
  {
    name: 'G17 delete of half an emoji',
    want: ['malformed'],
    update: (b) => {
      b.try('ann', (doc) => wordsOf(doc, 'a1').insert(0, '🙂'));
      const [client, clock] = letter(b, 'a1', 0);
      return forge([], { [client]: [[clock, 1]] });
    },
  },
  {
    name: 'G17 an emoji is typed over',
    want: ['ok'],
    update: (b) => {
      b.try('ann', (doc) => wordsOf(doc, 'a1').insert(0, '🙂'));
      return b.updateOf('ann', (doc) => {
        wordsOf(doc, 'a1').delete(0, 2);
        wordsOf(doc, 'a1').insert(0, '🙃');
      });
    },
  },
];

/** Id of a letter of an element's words. */
function letter(bench: GateBench, id: string, index: number): [number, number] {
  const first = wordsOf(bench.server, id)._start;
  if (!first) throw new Error(`no words in ${id}`);
  return [first.id.client, first.id.clock + index];
}
