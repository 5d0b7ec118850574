import { expect, test } from 'vitest';
import { askedAt, mentionedIn, offeredFor, partsOf } from './mentions.ts';

const people = [
  { id: '1', name: 'Anna' },
  { id: '2', name: 'Anna Maria' },
  { id: '3', name: 'Bo Åström' },
  { id: '4', name: 'Bo Åström' },
];

test('a name after @ is a mention: the longest that fits, and all who go by it', () => {
  expect(mentionedIn('@Anna Maria ja @anna!', people)).toEqual(['2', '1']);
  expect(mentionedIn('(@bo åström) tietää', people)).toEqual(['3', '4']);
  expect(mentionedIn('Anna, anna@Anna ja @Annansilmät @Kalle', people)).toEqual([]);
});

test('words come back whole from their parts', () => {
  for (const words of ['', '@', 'Moi @Anna', '@Anna@Anna Maria', 'x @Bo Åström, y']) {
    expect(
      partsOf(words, people)
        .map(({ text }) => text)
        .join(''),
    ).toBe(words);
  }
  expect(partsOf('Moi @Anna, hei', people).map(({ text }) => text)).toEqual(['Moi ', '@Anna', ', hei']);
});

test('names are offered while one is typed, not in an address and not after a space or a new line', () => {
  expect(askedAt('Moi @An', 7)).toEqual({ from: 4, text: 'An' });
  expect(askedAt('Moi @An ja', 7)).toEqual({ from: 4, text: 'An' });
  expect(askedAt('@', 1)).toEqual({ from: 0, text: '' });
  expect(askedAt('@bo å', 5)).toEqual({ from: 0, text: 'bo å' });
  for (const words of ['', 'Moi', 'a@b', '@ Anna', '@Anna\nja']) expect(askedAt(words, words.length)).toBeNull();
  expect(offeredFor('å', people).map(({ id }) => id)).toEqual(['3', '4']);
  expect(offeredFor('ann', people).map(({ id }) => id)).toEqual(['1', '2']);
  expect(offeredFor('', people)).toHaveLength(4);
});
