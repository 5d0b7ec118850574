import { expect, test } from 'vitest';
import { elementInHash, elementLink, keepElementLink, takeElementLink } from './element-link.ts';

test('a link names its element, whatever letters its id has', () => {
  for (const id of ['V1StGXR8_Z5jdHi6B-myT', 'a/b c', 'ä#1&2']) {
    const link = elementLink('https://talkoot.example', 'workshop-1', id);
    expect(link).toMatch(/^https:\/\/talkoot\.example\/w\/workshop-1#e=/);
    expect(elementInHash(new URL(link).hash)).toBe(id);
  }
});

test('other addresses name none', () => {
  for (const hash of ['', '#', '#e=', '#top', '#x=1', '#e=%E0%A4%A', '#e=a&f=b', `#e=${'x'.repeat(65)}`]) {
    expect(elementInHash(hash), hash).toBeNull();
  }
});

test('a link waits for its own workshop, and is taken once', () => {
  keepElementLink('one', '#e=note');
  keepElementLink('two', '#top');
  expect(takeElementLink('two')).toBe('');
  expect(takeElementLink('one')).toBe('#e=note');
  expect(takeElementLink('one')).toBe('');
});
