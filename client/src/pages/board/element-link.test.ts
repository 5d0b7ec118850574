import { expect, test } from 'vitest';
import { linkedElement } from './element-link.ts';

test('only an address that names an element leads to one', () => {
  expect(linkedElement('#element=abc_1.x')).toBe('abc_1.x');
  expect(linkedElement('')).toBeNull();
  expect(linkedElement('#other')).toBeNull();
  expect(linkedElement('#element=%E0%A4%A')).toBeNull();
});
