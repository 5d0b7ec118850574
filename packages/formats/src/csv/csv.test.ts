import { describe, expect, test } from 'vitest';
import { boardWith, jobFor } from '../testing.ts';
import { csvFormat } from './format.ts';
import { harmless, writeTable } from './table.ts';

describe('cells', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'that begin like a formula are made harmless: %j',
    (cell) => expect(harmless(cell)).toBe(`'${cell}`),
  );

  test.each(['', 'a=1', '1-2', ' =1', 'äiti@koti', '👍'])('other words stay as they are: %j', (cell) =>
    expect(harmless(cell)).toBe(cell),
  );

  test('quotes are doubled; separators and line breaks stay in their cell', () => {
    expect(writeTable([['a "b"', 'c;d,e', 'f\ng'], ['=x']], ';')).toBe('"a ""b""";"c;d,e";"f\ng"\r\n"\'=x"\r\n');
  });
});

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const board = boardWith(
  { id: 'low', kind: 'sticky', place: { frame: null, x: 0, y: 900 }, text: 'Viimeinen', tags: ['riski', 'nyt'] },
  { id: 'in', kind: 'sticky', place: { frame: 'area', x: 0, y: 0 }, text: 'Rivi 1\nRivi 2', author: null },
  { id: 'heap', kind: 'cluster', place: { frame: 'area', x: 0, y: 300 }, text: 'Aika' },
  { id: 'put', kind: 'sticky', place: { frame: 'heap', x: 0, y: 0 }, text: 'Kiire' },
  { id: 'area', kind: 'frame', place: { frame: null, x: 500, y: 500 }, text: '=Alue', author: 'unknown' },
);

test('elements are rows in reading order, in the words of the reader', async () => {
  const text = decode(await csvFormat.make(jobFor(csvFormat, board, { language: 'sv' })));
  const time = '"2026-11-22T08:30:00.000Z"';
  const link = (id: string): string => `"https://talkoot.test/w/x#element=${id}"`;
  expect(text).toBe(
    '\ufeff"Typ";"Ord";"Ruta";"Kluster";"Skriven av";"Taggar";"Länk";"Skapad"\r\n' +
      `"Ruta";"'=Alue";"";"";"";"";${link('area')};${time}\r\n` +
      `"Lapp";"Rivi 1\nRivi 2";"'=Alue";"";"";"";${link('in')};${time}\r\n` +
      `"Kluster";"Aika";"'=Alue";"";"Aino Äijälä";"";${link('heap')};${time}\r\n` +
      `"Lapp";"Kiire";"'=Alue";"Aika";"Aino Äijälä";"";${link('put')};${time}\r\n` +
      `"Lapp";"Viimeinen";"";"";"Aino Äijälä";"riski, nyt";${link('low')};${time}\r\n`,
  );
});

test('the separator is chosen; at first it is what spreadsheets of the language expect', async () => {
  const english = decode(await csvFormat.make(jobFor(csvFormat, board, { language: 'en' })));
  expect(english).toContain('"Kind","Words"');
  const options = { separator: 'semicolon' };
  expect(decode(await csvFormat.make(jobFor(csvFormat, board, { language: 'en', options })))).toContain(
    '"Kind";"Words"',
  );
});
