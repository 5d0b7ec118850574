import * as Y from 'yjs';
import { mapOf, wordsOf } from '../bench.ts';
import { any, forge, gone } from '../forge.ts';
import { annWrites, at, type Case, holder } from './case.ts';

/** G10 and G11: words, and values that would vanish. */
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
];
