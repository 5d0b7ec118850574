import { expect, test } from 'vitest';
import {
  CODE_ALPHABET,
  Command,
  documentName,
  formatCode,
  formatRoomName,
  normaliseCode,
  parseRoomName,
} from './index.ts';

test('a code is read however it was typed', () => {
  for (const typed of ['abcd-efgh', ' ABCD EFGH ', 'AbCdEfGh', 'ABCD–EFGH'])
    expect(normaliseCode(typed)).toBe('ABCDEFGH');
  expect(formatCode('ABCDEFGH')).toBe('ABCD-EFGH');
});

test('what cannot be a code is none', () => {
  for (const typed of ['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGI', 'ABCDEFGL', 'ÄBCDEFGH'])
    expect(normaliseCode(typed)).toBeNull();
});

test('no two letters of a code look alike', () => {
  for (const letter of '01OIL') expect(CODE_ALPHABET).not.toContain(letter);
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
});

test('room names are read and written alike', () => {
  for (const name of ['workshop1', 'workshop1~mine', 'workshop1~backstage', 'workshop1~group~g1']) {
    const room = parseRoomName(name);
    expect(room && formatRoomName(room)).toBe(name);
  }
});

test('names that are no rooms are refused', () => {
  for (const name of [
    '',
    'a',
    '../workshop',
    'workshop1~',
    'workshop1~other',
    'workshop1~group',
    'workshop1~group~',
    'workshop1~mine~ann',
    'work shop',
  ]) {
    expect(parseRoomName(name)).toBeNull();
  }
});

test('a private room is another document for everyone who asks', () => {
  const room = parseRoomName('workshop1~mine');
  if (!room) throw new Error('no room');
  expect(documentName(room, 'ann')).not.toBe(documentName(room, 'bob'));
  expect(documentName({ workshopId: 'workshop1', scope: 'board' }, 'ann')).toBe(
    documentName({ workshopId: 'workshop1', scope: 'board' }, 'bob'),
  );
});

test('commands are a closed set', () => {
  expect(Command.safeParse({ id: 'c1', type: 'open' }).success).toBe(true);
  for (const wrong of [
    { id: 'c1', type: 'explode' },
    { type: 'open' },
    { id: '../x', type: 'open' },
    { id: 'c1', type: 'setRole', participantId: 'p', role: 'display' },
    { id: 'c1', type: 'lock', elementIds: [], locked: true },
  ]) {
    expect(Command.safeParse(wrong).success).toBe(false);
  }
});
