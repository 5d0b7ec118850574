import { expect, test } from 'vitest';
import { codeIn } from './code-in.ts';

test('a code is found as people type and paste it', () => {
  expect(codeIn('h7km-2qwx')).toBe('H7KM2QWX');
  expect(codeIn('  H7KM 2QWX ')).toBe('H7KM2QWX');
  expect(codeIn('http://192.168.1.5:3000/join/H7KM-2QWX')).toBe('H7KM2QWX');
  expect(codeIn('https://talkoot.example.org/join#H7KM-2QWX')).toBe('H7KM2QWX');
  expect(codeIn('https://talkoot.example.org/join/H7KM-2QWX?from=mail')).toBe('H7KM2QWX');
});

test('what cannot be a code is none', () => {
  for (const typed of ['', 'H7KM', 'H7KM-2QWO', 'H7KM-2QWXX', 'https://example.org/']) expect(codeIn(typed)).toBeNull();
});
