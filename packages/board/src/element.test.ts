import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createElement,
  elementsOf,
  fittingRuns,
  readElement,
  rereadElement,
  runsOf,
  setField,
  textOf,
} from './element.ts';
import { COMMON_FIELDS } from './fields.ts';
import { documentWith, KINDS, NOTE, sample } from './testing.ts';

const read = (doc: Y.Doc, id: string) => readElement(id, elementsOf(doc).get(id), KINDS);

describe('creating', () => {
  test('writes the element whole, in one update, with words and formats', () => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => updates++);
    createElement(doc, sample({ id: 'a', text: [{ insert: 'hei', attributes: { bold: true } }], tags: ['x'] }), KINDS);
    expect(updates).toBe(1);
    expect(read(doc, 'a')).toMatchObject({
      text: 'hei',
      runs: [{ insert: 'hei', attributes: { bold: true } }],
      tags: ['x'],
    });
  });

  test('an unknown kind is a mistake of ours', () => {
    expect(() => createElement(new Y.Doc(), sample({ id: 'a', kind: 'ghost' }), KINDS)).toThrow('ghost');
  });

  test('a kind with words always has a text', () => {
    expect(textOf(documentWith({ id: 'a' }), 'a')?.toString()).toBe('');
    expect(textOf(documentWith({ id: 'a' }), 'b')).toBeNull();
  });
});

describe('reading', () => {
  test('gives defaults for what is not there', () => {
    expect(read(documentWith({ id: 'a' }), 'a')).toMatchObject({
      rotation: 0,
      locked: false,
      tags: [],
      bundle: null,
      createdAt: 0,
      text: '',
    });
  });

  test.each([
    ['kind', 'ghost'],
    ['place', { frame: null, x: 0 }],
    ['place', { frame: null, x: 0, y: Number.NaN }],
    ['size', { width: 0, height: 10 }],
    ['order', 'no spaces'],
    ['author', 5],
    ['hue', 'green'],
    ['text', 'plain'],
  ])('without a good %s there is no element', (field, value) => {
    const doc = documentWith({ id: 'a' });
    setField(doc, 'a', field, value);
    expect(read(doc, 'a')).toBeNull();
  });

  test.each([
    ['rotation', 'x'],
    ['tags', [1]],
    ['big', 'yes'],
    ['createdAt', -1],
  ])('a bad %s, which is not required, is left out', (field, value) => {
    const doc = documentWith({ id: 'a' });
    setField(doc, 'a', field, value);
    expect(read(doc, 'a')).not.toBeNull();
  });

  test('embeds among the words are dropped', () => {
    const doc = documentWith({ id: 'a', text: 'ab' });
    textOf(doc, 'a')?.insertEmbed(1, { image: 'x' });
    expect(read(doc, 'a')?.text).toBe('ab');
    expect(runsOf(textOf(doc, 'a') as Y.Text)).toEqual([{ insert: 'a' }, { insert: 'b' }]);
  });
});

describe('reading again', () => {
  test.each([
    [['place'], { frame: null, x: 9, y: 9 }],
    [['order'], 'a7'],
    [['hue'], 'blue'],
  ])('only %s gives what reading the whole gives', ([field], value) => {
    const doc = documentWith({ id: 'a', text: 'sanat' });
    const before = read(doc, 'a');
    setField(doc, 'a', field as string, value);
    const again = before && rereadElement(before, elementsOf(doc).get('a'), new Set([field as string]), KINDS);
    expect(again).toEqual(read(doc, 'a'));
    expect(again?.runs).toBe(before?.runs);
  });

  test('a value that no longer parses ends the element, or only the field', () => {
    const doc = documentWith({ id: 'a', locked: true });
    const before = read(doc, 'a');
    setField(doc, 'a', 'locked', 'maybe');
    expect(before && rereadElement(before, elementsOf(doc).get('a'), new Set(['locked']), KINDS)?.locked).toBe(false);
    setField(doc, 'a', 'place', null);
    expect(before && rereadElement(before, elementsOf(doc).get('a'), new Set(['place']), KINDS)).toBeNull();
  });

  test('a field nobody knows changes nothing', () => {
    const doc = documentWith({ id: 'a' });
    const before = read(doc, 'a');
    setField(doc, 'a', 'mystery', 5);
    expect(before && rereadElement(before, elementsOf(doc).get('a'), new Set(['mystery']), KINDS)).toEqual(before);
  });
});

test('words of another kind lose the formats that a kind has not, and what is too long', () => {
  const runs = [
    { insert: 'vahva', attributes: { bold: true, list: 'bullet' } },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'x'.repeat(200) },
  ];
  expect(fittingRuns(NOTE, runs)).toEqual([
    { insert: 'vahva', attributes: { bold: true } },
    { insert: '\n' },
    { insert: 'x'.repeat(94) },
  ]);
  expect(fittingRuns({ ...NOTE, text: undefined } as never, runs)).toEqual([]);
});

test('short cuts past the schemas say yes to nothing else', () => {
  const values: unknown[] = [
    ...[
      0,
      1,
      -1,
      0.5,
      1e7,
      1e7 + 1,
      -1e8,
      1e6,
      2e6,
      8.64e15,
      9e15,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '',
      'a0',
      'a-',
      null,
    ],
    ...[undefined, [], {}, { frame: null, x: 1, y: 2 }, { frame: 'f', x: 1, y: 2 }, { frame: null, x: 1, y: 2, z: 3 }],
    ...[
      { frame: null, x: Number.NaN, y: 2 },
      { frame: null, x: '1', y: 2 },
      { width: 1, height: 1e6 },
      { width: 0, height: 1 },
    ],
    Object.create({ frame: null, x: 1, y: 2 }, { a: { value: 1, enumerable: true } }),
  ];
  let taken = 0;
  for (const spec of Object.values(COMMON_FIELDS)) {
    if (!('fits' in spec)) continue;
    for (const value of values.filter(spec.fits)) {
      taken++;
      expect(spec.schema.safeParse(value)).toEqual({ success: true, data: value });
    }
  }
  expect(taken).toBeGreaterThan(8);
});
