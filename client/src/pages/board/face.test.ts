import { expect, test } from 'vitest';
import { initials, inkOn } from './face.tsx';

test('initials of one word, several words and other scripts', () => {
  expect(initials('Aino')).toBe('A');
  expect(initials('  åke von Öberg ')).toBe('ÅÖ');
  expect(initials('山田 太郎')).toBe('山太');
  expect(initials('')).toBe('');
});

test('letters are dark on light colours and white on dark ones', () => {
  expect(inkOn('#ffe68a')).toBe('#16202a');
  expect(inkOn('#1769aa')).toBe('#ffffff');
});
