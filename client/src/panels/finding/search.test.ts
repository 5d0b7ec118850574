import { createElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { expect, test } from 'vitest';
import { LocalSession } from '../../dev/local-session.ts';
import { EMPTY_QUERY, isEmptyQuery, piecesOf, search, type SearchQuery } from './search.ts';

interface Note {
  id: string;
  text?: string;
  kind?: string;
  frame?: string | null;
  author?: string;
  tags?: string[];
  fields?: Record<string, unknown>;
}

function found(notes: Note[], query: Partial<SearchQuery>): string[] {
  const { model } = boardOf(notes);
  return search(model.all(), model, { ...EMPTY_QUERY, ...query }).map(({ id }) => id);
}

function boardOf(notes: Note[]): LocalSession {
  const session = new LocalSession();
  const doc = session.document('board');
  if (!doc) throw new Error('A local session has a board');
  for (const { id, kind = 'sticky', frame = null, author = null, text = '', tags = [], fields } of notes) {
    const type = ELEMENT_TYPES.get(kind);
    if (!type) throw new Error(`No such kind: ${kind}`);
    const { size, fields: defaults } = type.defaults;
    const common = { id, kind, place: { frame, x: 0, y: 0 }, size, order: 'a0', author, tags, text };
    createElement(doc, { ...common, fields: { ...defaults, ...fields } }, ELEMENT_TYPES);
  }
  return session;
}

test('capital letters make no difference', () => {
  expect(found([{ id: '1', text: 'PÄÄTÖS Kirjattiin' }], { words: 'päätös kirj' })).toEqual(['1']);
});

test('a letter without marks finds those with marks too, and one with marks only itself', () => {
  const notes = [
    { id: 'marked', text: 'Tämä näin' },
    { id: 'bare', text: 'Tama nain' },
  ];
  expect(found(notes, { words: 'tama' })).toEqual(['marked', 'bare']);
  expect(found(notes, { words: 'tämä' })).toEqual(['marked']);
});

test('words written with separate marks are the same words', () => {
  expect(found([{ id: '1', text: 'Ma\u0308ki' }], { words: 'm\u00e4ki' })).toEqual(['1']);
  expect(found([{ id: '1', text: 'M\u00e4ki' }], { words: 'ma\u0308ki' })).toEqual(['1']);
});

test('all words must be there, in any order and across lines', () => {
  const notes = [
    { id: 'both', text: 'Yhteinen jono\nkahdelle virastolle' },
    { id: 'one', text: 'Kuka omistaa jonon?' },
  ];
  expect(found(notes, { words: '  virasto   jono ' })).toEqual(['both']);
  expect(found(notes, { words: 'jono' })).toEqual(['both', 'one']);
});

test('tags and the prompt of a frame are words too', () => {
  const notes = [
    { id: 'tagged', text: 'Kokeilu', tags: ['ensi viikko'] },
    { id: 'frame', kind: 'frame', text: 'Alku', fields: { prompt: 'Mitä opimme viikossa?' } },
  ];
  expect(found(notes, { words: 'viikko' })).toEqual(['tagged']);
  expect(found(notes, { words: 'opimme' })).toEqual(['frame']);
});

test('filters narrow by author, tag, kind and frame, alone and together with words', () => {
  const notes: Note[] = [
    { id: 'frame', kind: 'frame', text: 'Vene' },
    { id: 'inner', kind: 'frame', text: 'Masto', frame: 'frame' },
    { id: 'deep', text: 'Purje', frame: 'inner', author: 'aino', tags: ['tuuli'] },
    { id: 'loose', text: 'Purje', author: 'eero', tags: ['tuuli', 'meri'] },
    { id: 'words', kind: 'text', text: 'Purje' },
  ];
  expect(found(notes, { author: 'aino' })).toEqual(['deep']);
  expect(found(notes, { tag: 'tuuli' })).toEqual(['deep', 'loose']);
  expect(found(notes, { kind: 'text' })).toEqual(['words']);
  expect(found(notes, { frame: 'frame' })).toEqual(['frame', 'inner', 'deep']);
  expect(found(notes, { words: 'purje', frame: 'frame' })).toEqual(['deep']);
  expect(found(notes, { words: 'purje', kind: 'sticky', author: 'eero', tag: 'meri' })).toEqual(['loose']);
  expect(found(notes, { words: 'masto', author: 'eero' })).toEqual([]);
});

test('a query without words and filters asks for nothing', () => {
  expect(isEmptyQuery({ ...EMPTY_QUERY, words: '  ' })).toBe(true);
  expect(isEmptyQuery({ ...EMPTY_QUERY, tag: 'tuuli' })).toBe(false);
});

test('what was found is marked in the words', () => {
  expect(piecesOf('Tämä on tämä', 'tama on')).toEqual([
    { text: 'Tämä', hit: true },
    { text: ' ', hit: false },
    { text: 'on', hit: true },
    { text: ' ', hit: false },
    { text: 'tämä', hit: true },
  ]);
  expect(piecesOf('Ei mitään', '')).toEqual([{ text: 'Ei mitään', hit: false }]);
});

test('of long words the part around the first hit is shown', () => {
  const pieces = piecesOf(`${'alku '.repeat(60)}löytö ja loppu`, 'loyto');
  expect(pieces[0]?.text).toMatch(/^…/);
  expect(pieces.find(({ hit }) => hit)?.text).toBe('löytö');
});
