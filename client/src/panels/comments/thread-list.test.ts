import type { Thread } from '@talkoot/board';
import { expect, test } from 'vitest';
import type { Memory } from '../../sync/memory.ts';
import { threadsFor } from './thread-list.ts';
import { mentionsOf, ReadMentions } from './unread-mentions.ts';

function thread(id: string, more: Partial<Thread> = {}, mentions: string[] = [], author = 'bob'): Thread {
  const comments = [{ id: `${id}-1`, author, at: 1, words: 'Sana', mentions }];
  return { id, element: `on-${id}`, resolved: null, comments, ...more };
}

const resolved = { by: 'bob', at: 2 };
const threads = [
  thread('open'),
  thread('done', { resolved }),
  thread('told', { resolved }, ['ann']),
  thread('gone', { element: 'deleted' }, ['ann'], 'ann'),
];

test('open, resolved and those that mention me; what was deleted stands apart', () => {
  const ids = (filter: Parameters<typeof threadsFor>[1]): string[][] => {
    const { here, gone } = threadsFor(threads, filter, 'ann', (element) => element !== 'deleted');
    return [here.map(({ id }) => id), gone.map(({ id }) => id)];
  };
  expect(ids('open')).toEqual([['open'], ['gone']]);
  expect(ids('resolved')).toEqual([['done', 'told'], []]);
  expect(ids('mine')).toEqual([['told'], ['gone']]);
});

test('what one has seen on this device is not new again, and what others are told is not mine', () => {
  const kept = new Map<string, string>();
  const memory: Memory = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
  };
  const mine = mentionsOf(threads, 'ann');
  // Whoever writes their own name tells themselves nothing.
  expect(mine).toEqual(['told-1']);
  expect(new ReadMentions(memory, 'w', 'ann').unread(mine)).toEqual(mine);
  new ReadMentions(memory, 'w', 'ann').see(mine);
  expect(new ReadMentions(memory, 'w', 'ann').unread([...mine, 'new'])).toEqual(['new']);
  expect(new ReadMentions(memory, 'w', 'bob').unread(mine)).toEqual(mine);
  new ReadMentions(memory, 'w', 'ann').see([]);
  expect(kept.size).toBe(0);
});
