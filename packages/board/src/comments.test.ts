import { LIMITS } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readThread, threadsOf } from './comments.ts';

const said = (more: object = {}): object => ({ author: 'ann', at: 5, words: 'Miksi?', mentions: [], ...more });

function read(fields: Record<string, unknown>, comments?: Record<string, unknown>): ReturnType<typeof readThread> {
  const doc = new Y.Doc();
  const thread = new Y.Map<unknown>(Object.entries(fields));
  if (comments) thread.set('comments', new Y.Map(Object.entries(comments)));
  threadsOf(doc).set('t', thread);
  return readThread('t', threadsOf(doc).get('t'));
}

test('comments come oldest first, and what is no comment is left out', () => {
  const thread = read(
    { element: 'e', resolved: { by: 'bob', at: 9 } },
    {
      late: said({ at: 9, mentions: ['bob'], editedAt: 10 }),
      early: said({ at: 1 }),
      mute: said({ words: '' }),
      long: said({ words: 'x'.repeat(LIMITS.commentLength + 1) }),
      number: 5,
      nobody: said({ author: null }),
    },
  );
  expect(thread?.comments.map(({ id }) => id)).toEqual(['early', 'late']);
  expect(thread).toMatchObject({ id: 't', element: 'e', resolved: { by: 'bob', at: 9 } });
});

test('a thread without an element or comments is none, and one with nonsense for resolved is open', () => {
  expect(read({ element: 'e' })).toBeNull();
  expect(read({ element: 'e', comments: 'none' })).toBeNull();
  expect(read({ element: 'e' }, { only: 'words' })).toBeNull();
  expect(read({ element: 5 }, { c: said() })).toBeNull();
  expect(readThread('t', 'words')).toBeNull();
  expect(read({ element: 'e', resolved: true }, { c: said() })?.resolved).toBeNull();
});
