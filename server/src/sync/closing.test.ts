import { elementsOf } from '@talkoot/board';
import { CLOSE, LIMITS } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

type Workshop = Awaited<ReturnType<typeof newWorkshop>>;

function sessionOf(client: WireClient): Record<string, unknown> {
  return client.doc.getMap('session').toJSON();
}

function stateOf(workshop: { id: string }, asker = owner): Promise<Record<string, unknown>> {
  return asker.get(`/workshops/${workshop.id}`);
}

/** A client of the owner in one of the workshop's rooms. */
async function facilitator(workshop: Workshop, scope = ''): Promise<WireClient> {
  const client = new WireClient(owner, workshop.id + scope, workshop.participant?.id ?? '');
  await client.connect();
  return client;
}

test('S17 a close counts down for everybody, then nothing is taken, the code is dead, and nobody is thrown out', async () => {
  const workshop = await newWorkshop(server);
  const { client } = await guest(server, workshop, 'Kirjoittaja');
  await client.connect();
  await command(owner, workshop.id, { type: 'close' });
  await until('the time is told', () => typeof sessionOf(client).closesAt === 'number');
  const left = Number(sessionOf(client).closesAt) - (Date.now() + server.ahead);
  expect(left).toBeGreaterThan(LIMITS.closingMs - 10_000);
  expect(left).toBeLessThanOrEqual(LIMITS.closingMs);
  // Until then all is as it was.
  client.addSticky('viime-hetkella');
  await until('it is stored', () => client.isSaved);
  await joinAs(server, workshop.joinCode, 'Viimeinen');

  server.ahead += LIMITS.closingMs;
  await until('it is closed', () => sessionOf(client).state === 'closed');
  expect(sessionOf(client).closesAt).toBeNull();
  expect(client.isOpen).toBe(true);
  expect(await stateOf(workshop)).toMatchObject({ state: 'closed', joinCode: null });
  await server.browser().post('/join', { code: workshop.joinCode, name: 'Eino' }, 404);
  client.addSticky('myohassa');
  await until('it is refused', () => client.refusals.length === 1);
  expect(client.refusals[0]?.code).toBe('closed');
});

test('S17 a close is taken back by opening, and hurried by closing at once', async () => {
  const workshop = await newWorkshop(server);
  const client = await facilitator(workshop);
  await command(owner, workshop.id, { type: 'close' });
  await until('the time is told', () => typeof sessionOf(client).closesAt === 'number');
  await command(owner, workshop.id, { type: 'open' });
  await until('it is taken back', () => sessionOf(client).closesAt === null);
  expect(await stateOf(workshop)).toMatchObject({ state: 'open', joinCode: workshop.joinCode });
  server.ahead += LIMITS.closingMs;
  client.addSticky('jatkuu');
  await until('it is stored', () => client.isSaved);
  expect(await stateOf(workshop)).toMatchObject({ state: 'open' });

  await command(owner, workshop.id, { type: 'close' });
  await command(owner, workshop.id, { type: 'close', now: true });
  expect(await stateOf(workshop)).toMatchObject({ state: 'closed' });
});

test('S17 a workshop that nobody is in closes in its time, and one to close is not forgotten when idle', async () => {
  const workshop = await newWorkshop(server);
  await command(owner, workshop.id, { type: 'close' });
  server.ahead += LIMITS.closingMs + LIMITS.idleRoomMs;
  await until('it is closed', async () => (await stateOf(workshop)).state === 'closed');
});

test('S17 a close survives a restart: what was due meanwhile is closed before anybody comes in', async () => {
  const first = await startTestServer();
  const { dataDir } = first;
  const options = { dataDir };
  const boss = await first.owner();
  const due = await newWorkshop(first);
  const later = await newWorkshop(first);
  await command(boss, due.id, { type: 'close' });
  await first.stop();

  const second = await startTestServer(options);
  try {
    const again = await second.owner();
    second.ahead = LIMITS.closingMs / 2;
    // Watched again although nobody has asked for it.
    expect(await stateOf(due, again)).toMatchObject({ state: 'open' });
    second.ahead = LIMITS.closingMs;
    await until('it is closed', async () => (await stateOf(due, again)).state === 'closed');
    await command(again, later.id, { type: 'close' });
    await second.services.store.db
      .updateTable('workshop')
      .set({ closesAt: Date.now() - 1 })
      .where('id', '=', later.id)
      .execute();
    await second.stop();
    const third = await startTestServer(options);
    // The very first look finds it closed, and its code dead.
    await third.browser().post('/join', { code: later.joinCode, name: 'Eino' }, 404);
    expect(await stateOf(later, await third.owner())).toMatchObject({ state: 'closed', joinCode: null });
    await third.stop();
  } finally {
    await first.dispose();
  }
});

test('S18 late words reach the facilitators as notes of their author, once, and can be put on the closed board', async () => {
  const workshop = await newWorkshop(server);
  const board = await facilitator(workshop);
  board.addSticky('keskella');
  const tray = await facilitator(workshop, '~backstage');
  const { browser, participantId } = await guest(server, workshop, 'Myöhäinen');
  await command(owner, workshop.id, { type: 'close', now: true });

  const handIn = { id: 'late-1', type: 'handIn', texts: ['Ensimmäinen', 'Toinen åäö 🙂'] };
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(`/workshops/${workshop.id}/commands`, handIn)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  await until('the notes are in the tray', () => Object.keys(tray.elements).length === 2);
  const notes = Object.entries(tray.elements) as [string, Record<string, unknown>][];
  expect(notes.map(([, note]) => note.text).sort()).toEqual(handIn.texts);
  for (const [, note] of notes) expect(note).toMatchObject({ kind: 'sticky', author: participantId });
  expect(Object.keys(board.elements)).toEqual(['keskella']);

  const [id] = notes[0] as [string, unknown];
  const { moved } = await command(owner, workshop.id, { type: 'publish', from: 'backstage', elementIds: [id] });
  const newId = (moved as Record<string, string>)[id] ?? '';
  await until('one is on the board', () => newId in board.elements && !(id in tray.elements));
  const placed = elementsOf(board.doc).get(newId)?.toJSON() as { author: string; place: { x: number } };
  expect(placed.author).toBe(participantId);
  // Beside what is there, not on top of it.
  const { place, size } = board.elements.keskella as { place: { x: number }; size: { width: number } };
  expect(placed.place.x).toBeGreaterThan(place.x + size.width);
  // The board itself is as closed as before.
  board.type('keskella', ' muutos');
  await until('it is refused', () => board.refusals.length === 1);
});

test('S18 not from observers, removed people and strangers, not too long, too many or without words', async () => {
  const workshop = await newWorkshop(server);
  const { browser, participantId } = await guest(server, workshop, 'Moni');
  const watcher = await guest(server, workshop, 'Katsoja');
  const gone = await guest(server, workshop, 'Poistettu');
  await command(owner, workshop.id, { type: 'setRole', participantId: watcher.participantId, role: 'observer' });
  await command(owner, workshop.id, { type: 'remove', participantId: gone.participantId });
  await command(owner, workshop.id, { type: 'close', now: true });
  const handIn = (by: Browser, texts: unknown, status: number): Promise<Record<string, unknown>> =>
    command(by, workshop.id, { type: 'handIn', texts }, status);
  expect(await handIn(watcher.browser, ['x'], 403)).toMatchObject({ code: 'not-allowed' });
  expect(await handIn(gone.browser, ['x'], 403)).toMatchObject({ code: 'removed-from-workshop' });
  await handIn(server.browser(), ['x'], 401);
  for (const wrong of [
    [],
    ['  '],
    ['x'.repeat(LIMITS.handInLength + 1)],
    Array(LIMITS.handInTexts + 1).fill('x'),
    'x',
    [1],
  ]) {
    expect(await handIn(browser, wrong, 400)).toMatchObject({ code: 'invalid-input' });
  }

  const full = Array<string>(LIMITS.handInTexts).fill('täynnä');
  for (let count = 0; count < LIMITS.handInsPerPerson; count += full.length) await handIn(browser, full, 200);
  expect(await handIn(browser, ['vielä yksi'], 429)).toMatchObject({ code: 'too-many-requests' });
  const tray = await facilitator(workshop, '~backstage');
  expect(Object.keys(tray.elements)).toHaveLength(LIMITS.handInsPerPerson);
  // What was handed in is read by facilitators alone, not even by who wrote it.
  const { ticket } = await browser.post<{ ticket?: string }>(`/workshops/${workshop.id}/ticket`, {
    room: workshop.id,
  });
  expect(ticket).toBeDefined();
  await browser.post(`/workshops/${workshop.id}/ticket`, { room: `${workshop.id}~backstage` }, 403);
  const spy = new WireClient(browser, `${workshop.id}~backstage`, participantId, {
    headers: { cookie: browser.cookieHeader, origin: server.base },
  });
  await expect(spy.connect()).rejects.toThrow(String(CLOSE.removed));
});
