import { once } from 'node:events';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { CLOSE } from '@talkoot/protocol';
import { Random, reportProof } from '@talkoot/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Browser } from '../testing/browser.ts';
import { newWorkshop } from '../testing/test-server.ts';
import { SYNC, syncMessage } from './messages.ts';
import { ATTACKS, rawFrame, type Scene } from './testing/hostile-inputs.ts';
import { ServerProcess } from './testing/server-process.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const ROUNDS = process.env.TALKOOT_LONG === '1' ? 20 : 1;
/** An offender is gone within a second; only a hang takes longer than this. */
const CLOSED_WITHIN_MS = 10_000;

let server: ServerProcess;
let workshop: { id: string; joinCode: string };
let honest: WireClient;
let reader: Browser;
let readerId: string;
let mallory: Browser;
let malloryId: string;
/** Client ids that the board may hold. */
let known: Set<number>;
const random = new Random(SEED);
const counts = { connections: 0, messages: 0, closed: 0, refused: 0, ignored: 0, honestEdits: 0, slowestAckMs: 0 };
let rssAtStart = 0;

beforeAll(async () => {
  server = await ServerProcess.start();
  workshop = await newWorkshop(server);
  const person = await guest(server, workshop, 'Rehti');
  honest = person.client;
  await honest.connect();
  const other = await guest(server, workshop, 'Lukija');
  ({ browser: reader, participantId: readerId } = other);
  ({ browser: mallory, participantId: malloryId } = await guest(server, workshop, 'Ilkiö'));
  known = new Set([...Y.decodeStateVector(Y.encodeStateVector(honest.doc)).keys(), honest.doc.clientID]);
  rssAtStart = await server.residentMb();
});
afterAll(async () => {
  const rss = server.lives ? await server.residentMb() : 0;
  reportProof('hostile input', { seed: SEED, ...counts, 'RSS MB': `${Math.round(rssAtStart)} to ${Math.round(rss)}` });
  await server.dispose();
});

/** The server lives, others' work goes on, and a newcomer gets exactly what honest people wrote. */
async function nothingHappened(): Promise<void> {
  expect(server.lives, server.output.slice(-2_000)).toBe(true);
  const started = Date.now();
  honest.addSticky(`honest${++counts.honestEdits}`);
  await until('the honest edit is stored', () => honest.isSaved);
  counts.slowestAckMs = Math.max(counts.slowestAckMs, Date.now() - started);
  const joiner = new WireClient(reader, workshop.id, readerId);
  await joiner.connect();
  await until('the newcomer has it all', () => isDeepStrictEqual(joiner.elements, honest.elements));
  expect([...Y.decodeStateVector(Y.encodeStateVector(joiner.doc)).keys()].filter((id) => !known.has(id))).toEqual([]);
  expect(joiner.doc.store.pendingStructs).toBeNull();
  expect(Object.keys(joiner.elements)).toHaveLength(counts.honestEdits);
  joiner.close();
}

/** Sends on one connection of the offender; gives how it ended. */
async function attack(messages: Uint8Array[], v1: boolean): Promise<'closed' | 'refused' | 'ignored'> {
  const client = new WireClient(mallory, workshop.id, malloryId, { v1 });
  await client.connect();
  await until('the question is answered', () => client.sent > 0);
  const before = client.sent;
  let pong = false;
  client.socket.on('pong', () => {
    pong = true;
  });
  client.socket.on('error', () => {});
  for (const message of messages) client.send(message);
  client.socket.ping();
  counts.connections++;
  counts.messages += messages.length;
  await until('the offender is closed or heard', () => pong || client.closes.length > 0, CLOSED_WITHIN_MS);
  // Whatever waited for a tick was judged before this edit.
  honest.addSticky(`honest${++counts.honestEdits}`);
  await until('the honest edit is stored', () => honest.isSaved);
  const end = client.refusals.length > 0 ? 'refused' : client.closes.length > 0 ? 'closed' : 'ignored';
  // Where something is missing the server asks for it; the answer is acknowledged, with nothing new in it.
  if (end !== 'ignored') expect(client.accepted, 'no hostile update is acknowledged').toBeLessThanOrEqual(before);
  client.close();
  counts[end]++;
  return end;
}

function scene(own: number): Scene {
  const colleagueClock = Y.getState(honest.doc.store, honest.doc.clientID);
  const { doc: board } = honest;
  return { random, own, participantId: malloryId, colleague: honest.doc.clientID, colleagueClock, board };
}

/** A client id of the offender's own, as the ticket gives it. */
async function ownId(): Promise<number> {
  const client = new WireClient(mallory, workshop.id, malloryId);
  await client.prepare();
  return client.doc.clientID;
}

for (const { number, name, connections, end } of ATTACKS) {
  test(`S13 input ${number}: ${name}`, { timeout: 120_000 * ROUNDS }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      for (const v1 of [true, false]) {
        const own = await ownId();
        for (const messages of connections(scene(own))) {
          const want = end === 'refused' && !v1 ? 'closed' : end;
          expect(await attack(messages, v1), `${v1 ? 'our' : 'a stock'} client, seed ${SEED}`).toBe(want);
        }
      }
      await nothingHappened();
    }
  });

  test(`S13 input ${number} before joining: ${name}`, { timeout: 120_000 }, async () => {
    for (const messages of connections(scene(7)).slice(0, 2)) {
      const socket = new WebSocket(`${server.base.replace('http', 'ws')}/sync/${workshop.id}?v=1`);
      socket.on('error', () => {});
      socket.on('open', () => {
        for (const message of messages) socket.send(message);
      });
      const [code] = (await once(socket, 'close')) as [number];
      // A stranger who pours megabytes in may find the line cut before the farewell.
      expect([CLOSE.unauthorized, 1006, 1009]).toContain(code);
      counts.connections++;
    }
    await nothingHappened();
  });
}

/** Upgrades by hand and sends raw bytes; resolves when the server has ended the connection. */
async function raw(ticket: string | null, bytes: Buffer, headers = ''): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const query = ticket ? `?v=1&ticket=${ticket}` : '?v=1';
  socket.write(
    `GET /sync/${workshop.id}${query} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\n` +
      `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n${headers}\r\n`,
  );
  socket.write(bytes);
  counts.connections++;
  let closed = false;
  socket.on('close', () => {
    closed = true;
  });
  await until('the raw socket is ended', () => closed, CLOSED_WITHIN_MS);
  return answer;
}

const RAW: [number, string, () => Buffer][] = [
  [1, 'a frame with reserved bits', () => rawFrame(0xf2, Uint8Array.of(0, 0, 0))],
  [2, 'a header that claims 1 GB', () => rawFrame(0x82, new Uint8Array(10), 2n ** 30n)],
  [2, 'a header that claims 2^62 bytes', () => rawFrame(0x82, new Uint8Array(10), 2n ** 62n)],
  [25, 'a text frame', () => rawFrame(0x81, Buffer.from('hello'))],
  [25, 'a text frame that is no UTF-8', () => rawFrame(0x81, Uint8Array.of(0xff, 0xfe))],
  [25, 'a continuation of nothing', () => rawFrame(0x80, Uint8Array.of(1))],
  [25, 'a ping of 5 KB', () => rawFrame(0x89, new Uint8Array(5_000))],
];

for (const [number, name, bytes] of RAW) {
  test(`S13 input ${number}: ${name}, before and after joining`, async () => {
    const { ticket } = await mallory.post<{ ticket: string }>(`/workshops/${workshop.id}/ticket`, {});
    expect(await raw(ticket, bytes())).toMatch(/^HTTP\/1\.1 101/);
    expect(await raw(null, bytes())).toMatch(/^HTTP\/1\.1 101/);
    await nothingHappened();
  });
}

test('S13 bytes that are no HTTP, and an upgrade of another address', async () => {
  for (const bytes of [rawFrame(0xf2, new Uint8Array(7)), Buffer.from('GET /sync/%ff HTTP/1.1\r\n\r\n')]) {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(bytes);
    socket.resume();
    await once(socket, 'close');
  }
  for (const path of [
    '/sync/%ff',
    '/sync/x~~mine',
    '/sync/../etc',
    `/sync/${'a'.repeat(5_000)}`,
    '/sync/%00%00%00%00',
  ]) {
    const socket = new WebSocket(server.base.replace('http', 'ws') + path);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toMatch(/ 404$/);
  }
  await nothingHappened();
});

test('S13 input 23: two hundred questions for everything, and no reading', async () => {
  const client = new WireClient(mallory, workshop.id, malloryId);
  await client.connect();
  const before = await server.residentMb();
  client.socket.pause();
  for (let count = 0; count < 200; count++) client.send(syncMessage(SYNC.step1, Uint8Array.of(0)));
  await nothingHappened();
  expect((await server.residentMb()) - before).toBeLessThan(200);
  client.close();
});

/** Close code of a socket; 0 when it comes in and hears something. */
async function door(url: string, headers: Record<string, string>, first?: Uint8Array): Promise<number> {
  const socket = new WebSocket(server.base.replace('http', 'ws') + url, { headers });
  socket.on('error', () => {});
  if (first) socket.on('open', () => socket.send(first));
  const closed = once(socket, 'close').then(([code]) => code as number);
  const code = await Promise.race(first ? [closed] : [closed, once(socket, 'message').then(() => 0)]);
  socket.terminate();
  return code;
}

test('S13 input 24: a foreign Origin, a cookie without Origin, a ticket of another room, a wrong one, none', async () => {
  const cookie = mallory.cookieHeader;
  const board = `/sync/${workshop.id}`;
  const { ticket } = await mallory.post<{ ticket: string }>(`/workshops/${workshop.id}/ticket`, {});
  const shut: [string, Record<string, string>][] = [
    [board, { cookie, origin: 'http://evil.example' }],
    [board, { cookie, origin: 'null' }],
    [board, { cookie, origin: `${server.base}0` }],
    [board, { cookie }],
    [board, { origin: server.base }],
    [`${board}?ticket=${ticket}`, { origin: 'http://evil.example' }],
    [`${board}~mine?ticket=${ticket}`, {}],
    [`${board}~backstage?ticket=${ticket}`, {}],
    [`${board}?ticket=${ticket.slice(0, -1)}${ticket.endsWith('x') ? 'y' : 'x'}`, {}],
    [`${board}?ticket=`, { cookie, origin: server.base }],
  ];
  for (const [url, headers] of shut) expect(await door(url, headers), url).toBe(CLOSE.unauthorized);
  expect(await door(`${board}~backstage`, { cookie, origin: server.base })).toBe(CLOSE.removed);
  expect(await door(`${board}~group~x`, { cookie, origin: server.base })).toBe(CLOSE.gone);
  expect(await door('/sync/no-such-workshop', { cookie, origin: server.base })).toBe(CLOSE.gone);
  expect(await door(board, { cookie, origin: server.base })).toBe(0);
  expect(await door(`${board}?ticket=${ticket}`, {})).toBe(0);
  const noStateVector = Uint8Array.of(0, 0, 2, 9, 9);
  expect(await door(board, { cookie, origin: server.base }, noStateVector)).toBe(CLOSE.malformed);
  await nothingHappened();
});

test('S13 inputs 1 to 26 leave the server its memory', async () => {
  expect(counts.refused).toBeGreaterThan(5);
  expect(counts.closed).toBeGreaterThan(50);
  expect(counts.ignored).toBeGreaterThan(0);
  expect((await server.residentMb()) - rssAtStart).toBeLessThan(600);
});
