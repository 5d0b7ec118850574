import { readThread, type Thread, threadsOf } from '@talkoot/board';
import { LIMITS } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { command, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

function threads(client: WireClient): Thread[] {
  return [...threadsOf(client.doc)].flatMap(([id, map]) => readThread(id, map) ?? []);
}

/** A workshop with a facilitator and two guests on its board, and one note of the first guest. */
async function scene() {
  const workshop = await newWorkshop(server);
  const boss = new WireClient(owner, workshop.id, workshop.participant?.id ?? '');
  const ann = await guest(server, workshop, 'Anni');
  const bob = await guest(server, workshop, 'Bo');
  for (const client of [boss, ann.client, bob.client]) await client.connect();
  ann.client.addSticky('lappu');
  await until('all see the note', () => 'lappu' in boss.elements && 'lappu' in bob.client.elements);
  const give = (by: Browser, input: object, status = 200) => command(by, workshop.id, input, status);
  return { workshop, boss, ann, bob, give, close: () => [boss, ann.client, bob.client].map((one) => one.close()) };
}

test('S19 a thread from comment to reply, change, resolve and delete, seen by all under the true name and time', async () => {
  const { boss, ann, bob, give, close } = await scene();
  await give(bob.browser, { type: 'comment', elementId: 'lappu', words: ' Miksi näin? ', mentions: [] });
  await until('all see it', () => threads(boss).length === 1 && threads(ann.client).length === 1);
  const [thread] = threads(ann.client);
  const [first] = thread?.comments ?? [];
  expect(thread).toMatchObject({ element: 'lappu', resolved: null });
  expect(first).toMatchObject({ author: bob.participantId, words: 'Miksi näin?', mentions: [] });
  expect(Math.abs((first?.at ?? 0) - Date.now() - server.ahead)).toBeLessThan(60_000);

  const threadId = thread?.id ?? '';
  await give(ann.browser, { type: 'resolveThread', threadId });
  await until('it is resolved', () => threads(bob.client)[0]?.resolved?.by === ann.participantId);
  // An answer opens it again.
  const mentions = [bob.participantId, 'nobody'];
  await give(ann.browser, { type: 'reply', threadId, words: '@Bo koska on pakko', mentions });
  await until('the answer is there', () => threads(bob.client)[0]?.comments.length === 2);
  const [now] = threads(bob.client);
  expect(now?.resolved).toBeNull();
  expect(now?.comments[1]).toMatchObject({ author: ann.participantId, mentions: [bob.participantId] });

  const commentId = now?.comments[1]?.id ?? '';
  const edit = { type: 'editComment', threadId, commentId, words: 'Koska on.', mentions: [] };
  for (const by of [bob.browser, owner]) expect(await give(by, edit, 403)).toMatchObject({ code: 'not-allowed' });
  await give(ann.browser, edit);
  await until('it is changed', () => threads(boss)[0]?.comments[1]?.words === 'Koska on.');
  expect(threads(boss)[0]?.comments[1]).toMatchObject({ author: ann.participantId, mentions: [] });
  expect(threads(boss)[0]?.comments[1]?.editedAt).toBeGreaterThanOrEqual(now?.comments[1]?.at ?? Number.NaN);

  await give(bob.browser, { type: 'deleteComment', threadId, commentId }, 403);
  await give(owner, { type: 'deleteComment', threadId, commentId });
  await give(bob.browser, { type: 'deleteComment', threadId, commentId: first?.id });
  await until('the thread went with its last comment', () => threadsOf(ann.client.doc).size === 0);
  await give(bob.browser, { type: 'reply', threadId, words: 'Hei?', mentions: [] }, 404);
  close();
});

test('S19 a comment sent many times is one, and outlives its element, and is there for who comes later', async () => {
  const { workshop, ann, bob, give, close } = await scene();
  const input = { id: 'once', type: 'comment', elementId: 'lappu', words: 'Kerran', mentions: [] };
  await Promise.all([1, 2, 3].map(() => give(bob.browser, input)));
  await give(bob.browser, input);
  ann.client.edit('gone', (doc) => doc.getMap('elements').delete('lappu'));
  await until('it is deleted', () => !('lappu' in bob.client.elements));
  expect(threads(bob.client).map(({ element }) => element)).toEqual(['lappu']);
  await give(bob.browser, { ...input, id: 'twice' }, 404);
  await give(bob.browser, { type: 'reply', threadId: threads(bob.client)[0]?.id, words: 'Oli se.', mentions: [] });
  const late = await guest(server, workshop, 'Myöhäinen');
  await late.client.connect();
  expect(threads(late.client)[0]?.comments.map(({ words }) => words)).toEqual(['Kerran', 'Oli se.']);
  late.client.close();
  close();
});

test('S19 not from observers, not on a closed board, not by an update, not too long or too many', async () => {
  const { ann, bob, give, close } = await scene();
  const comment = { type: 'comment', elementId: 'lappu', words: 'Sana', mentions: [] };
  for (const wrong of [
    { words: '  ' },
    { words: 'x'.repeat(LIMITS.commentLength + 1) },
    { mentions: Array(LIMITS.commentMentions + 1).fill('x') },
    { mentions: 'bo' },
    { elementId: undefined },
  ])
    expect(await give(ann.browser, { ...comment, ...wrong }, 400)).toMatchObject({ code: 'invalid-input' });
  await give(ann.browser, { ...comment, elementId: 'muualla' }, 404);

  await give(ann.browser, comment);
  await until('it is there', () => threads(bob.client).length === 1);
  const threadId = threads(bob.client)[0]?.id ?? '';
  for (let count = 1; count < LIMITS.commentsPerThread; count++)
    await give(bob.browser, { type: 'reply', threadId, words: `${count}`, mentions: [] });
  const more = await give(bob.browser, { type: 'reply', threadId, words: 'vielä', mentions: [] }, 409);
  expect(more).toMatchObject({ code: 'comments-full' });

  bob.client.edit('forged', (doc) => threadsOf(doc).delete(threadId));
  await until('it is refused', () => bob.client.refusals.length === 1);
  expect(bob.client.refusals[0]?.code).toBe('serverOnly');
  expect(threads(ann.client)).toHaveLength(1);

  await give(owner, { type: 'setRole', participantId: bob.participantId, role: 'observer' });
  expect(await give(bob.browser, comment, 403)).toMatchObject({ code: 'not-allowed' });
  await give(server.browser(), comment, 401);
  await give(owner, { type: 'close', now: true });
  for (const by of [ann.browser, owner])
    expect(await give(by, comment, 409)).toMatchObject({ code: 'workshop-closed' });
  close();
});
