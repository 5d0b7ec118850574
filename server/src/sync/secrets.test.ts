import { CLOSE, type CommandResult, type DisplayLink, type Role } from '@talkoot/protocol';
import { Random, reportProof } from '@talkoot/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { Eavesdropper } from './testing/eavesdropper.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const NOTES = process.env.TALKOOT_LONG === '1' ? 500 : 30;

let server: TestServer;
let owner: Browser;
let workshop: Awaited<ReturnType<typeof newWorkshop>>;
const random = new Random(SEED);
let secrets = 0;

beforeAll(async () => {
  server = await startTestServer();
  workshop = await newWorkshop(server);
  owner = await server.owner();
});
afterAll(() => server.dispose());

/** Words nobody else can have written by chance. */
function secret(): string {
  secrets++;
  return `salaisuus-${random.id(16)}`;
}

async function somebody(name: string, role?: Exclude<Role, 'display'>): Promise<Eavesdropper & { id: string }> {
  const { browser, joined } = await joinAs(server, workshop.joinCode, name);
  const { id } = joined.participant;
  if (role) await command(owner, workshop.id, { type: 'setRole', participantId: id, role });
  return Object.assign(new Eavesdropper(name, browser), { id });
}

test('S9 nothing written backstage or in ~mine reaches anybody else: every byte recorded', async () => {
  const writer = await somebody('Kirjoittaja');
  const writerMine = new WireClient(writer.browser, `${workshop.id}~mine`, writer.id);
  await writerMine.connect();
  const facilitatorId = workshop.participant?.id ?? '';
  const backstage = new WireClient(owner, `${workshop.id}~backstage`, facilitatorId);
  await backstage.connect();
  const facilitatorMine = new WireClient(owner, `${workshop.id}~mine`, facilitatorId);
  await facilitatorMine.connect();

  const listeners = [
    await somebody('Osallistuja'),
    await somebody('Katsoja', 'observer'),
    await somebody('Huonevastaava', 'roomHost'),
  ];
  const cofacilitator = await somebody('Toinen vetäjä', 'cofacilitator');
  for (const listener of [...listeners, cofacilitator]) {
    await listener.listen(workshop.id, listener.id);
    await listener.listen(`${workshop.id}~mine`, listener.id);
  }
  // A room screen by the secret of its link; it looks as a stock client does, by cookie.
  const { id: screenId, url } = await owner.post<DisplayLink>(`/workshops/${workshop.id}/displays`, {}, 201);
  const display = new Eavesdropper('Näyttö', server.browser());
  await display.browser.post('/displays/enter', { secret: new URLSearchParams(new URL(url).hash.slice(1)).get('key') });
  const screen = new WireClient(display.browser, workshop.id, screenId, {
    v1: true,
    headers: { cookie: display.browser.cookieHeader, origin: server.base },
  });
  screen.received = [];
  display.clients.push(screen);
  await screen.connect();
  const hall = await cofacilitator.listen(`${workshop.id}~backstage`, cofacilitator.id);

  const hidden = { mine: [] as string[], backstage: [] as string[], facilitatorMine: [] as string[] };
  const shown: string[] = [];
  const board = new WireClient(writer.browser, workshop.id, writer.id);
  await board.connect();
  for (let count = 0; count < NOTES; count++) {
    for (const [client, list] of [
      [writerMine, hidden.mine],
      [backstage, hidden.backstage],
      [facilitatorMine, hidden.facilitatorMine],
      [board, shown],
    ] as const) {
      const words = secret();
      list.push(words);
      client.addSticky(`${words}-id`, words);
      if (random.chance(0.5)) client.edit(`${words} deleted`, (doc) => doc.getMap('elements').delete(`${words}-id`));
    }
  }
  const writers = [writerMine, backstage, facilitatorMine, board];
  await until('all of it is stored', () => writers.every((client) => client.isSaved));
  const last = secret();
  board.addSticky(last, last);
  const everybody = [...listeners, cofacilitator, display];
  await until('everybody has the board', () => everybody.every((listener) => listener.heard(last)));
  await until('the other facilitator has backstage', () => Object.keys(hall.elements).length > 0);

  // Whoever comes now gets the stored state, and asks everything that HTTP tells.
  for (const listener of [...listeners, cofacilitator]) {
    await listener.listen(workshop.id, listener.id);
    await listener.listen(`${workshop.id}~mine`, listener.id);
    for (const path of ['', '/people', '/ticket', '/commands', '/export', '/documents']) {
      await listener.ask(`/api/v1/workshops/${workshop.id}${path}`);
    }
    for (const path of ['/api/v1/me', '/api/v1/workshops', '/metrics', '/healthz', '/readyz']) await listener.ask(path);
  }
  const hits: string[] = [];
  const check = (who: Eavesdropper, list: readonly string[]): void => {
    for (const words of list) if (who.heard(words)) hits.push(`${who.name}: ${words}`);
  };
  for (const listener of [...listeners, display]) {
    for (const list of Object.values(hidden)) check(listener, list);
  }
  check(cofacilitator, hidden.mine);
  check(cofacilitator, hidden.facilitatorMine);
  const operator = new Eavesdropper('loki', server.browser());
  await operator.ask('/metrics');
  operator.answers.push(server.logged());
  for (const list of [...Object.values(hidden), shown]) check(operator, list);
  expect(hits, `seed ${SEED}`).toEqual([]);

  // The ears work: what is for them is there.
  for (const listener of everybody) expect(shown.some((words) => listener.heard(words))).toBe(true);
  expect(hidden.backstage.some((words) => cofacilitator.heard(words))).toBe(true);
  const bytes = everybody.reduce((sum, listener) => sum + listener.bytes, 0);
  reportProof('secrets', { seed: SEED, strings: secrets, bytes, listeners: everybody.length, hits: hits.length });
  for (const client of [...writers, ...everybody.flatMap(({ clients }) => clients)]) client.close();
});

test('S9 backstage opens to facilitators only, and closes when one is demoted', async () => {
  const person = await somebody('Utelias');
  const headers = { cookie: person.browser.cookieHeader, origin: server.base };
  await person.browser.post(`/workshops/${workshop.id}/ticket`, { room: `${workshop.id}~backstage` }, 403);
  const peeping = new WireClient(person.browser, `${workshop.id}~backstage`, person.id, { v1: true, headers });
  peeping.received = [];
  await expect(peeping.connect()).rejects.toThrow(String(CLOSE.removed));
  expect(peeping.received).toEqual([]);

  await command(owner, workshop.id, { type: 'setRole', participantId: person.id, role: 'cofacilitator' });
  const inside = new WireClient(person.browser, `${workshop.id}~backstage`, person.id, { v1: true, headers });
  await inside.connect();
  await command(owner, workshop.id, { type: 'setRole', participantId: person.id, role: 'participant' });
  await until('the door is shut', () => inside.closes.length > 0);
  expect(inside.closes).toEqual([CLOSE.removed]);
});

test('S12 publish moves an element once, however often and however close together it is asked', async () => {
  const { browser, client: mine } = await guest(server, workshop, 'Julkaisija', { scope: '~mine' });
  await mine.connect();
  const words = secret();
  mine.addSticky('draft', words);
  await until('the draft is stored', () => mine.isSaved);
  const watcher = await somebody('Katselija');
  const board = await watcher.listen(workshop.id, watcher.id);
  expect(watcher.heard(words)).toBe(false);

  const input = { id: 'publish-once', type: 'publish', from: 'mine', elementIds: ['draft'] };
  const path = `/workshops/${workshop.id}/commands`;
  const together = await Promise.all(Array.from({ length: 5 }, () => browser.post<CommandResult>(path, input)));
  const again = await browser.post<CommandResult>(path, input);
  for (const answer of together) expect(answer).toEqual(again);
  const made = again.moved?.draft ?? '';
  await until('it stands on the board', () => board.words(made) === words);
  await until('it is gone from ~mine', () => mine.elements.draft === undefined);
  const copies = Object.values(board.elements).filter((element) => JSON.stringify(element).includes(words));
  expect(copies).toHaveLength(1);
  expect(board.closes, 'nobody is thrown out by a repeated command').toEqual([]);
  expect(mine.closes).toEqual([]);
});

test('S12 a command id is the sender’s own: knowing it gives nobody the answer', async () => {
  const { browser } = await joinAs(server, workshop.joinCode, 'Arvaaja');
  expect(await command(owner, workshop.id, { id: 'renew-known-id', type: 'renewCode' })).toMatchObject({ done: true });
  const answer = await browser.send('POST', `/api/v1/workshops/${workshop.id}/commands`, {
    body: { id: 'renew-known-id', type: 'renewCode' },
  });
  expect(answer.status).toBe(403);
  expect(answer.json.done).toBeUndefined();
});
