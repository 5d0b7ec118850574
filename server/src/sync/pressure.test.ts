import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { elementsOf } from '@talkoot/board';
import { CLOSE, LIMITS } from '@talkoot/protocol';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { ServerProcess } from './testing/server-process.ts';
import { guest, until, type WireClient } from './testing/wire-client.ts';

const LONG = process.env.TALKOOT_LONG === '1';

/** As many words as a note may hold. */
const PAGE = 'x'.repeat(4_000);

let server: TestServer;
let workshop: { id: string; joinCode: string };
const clients: WireClient[] = [];

beforeEach(async () => {
  server = await startTestServer({ logLevel: 'warn' });
  workshop = await newWorkshop(server);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.dispose();
});

async function come(name: string, at: Pick<TestServer, 'browser'> = server, room = workshop): Promise<WireClient> {
  const { client } = await guest(at, room, name, { ip: `10.2.0.${clients.length}` });
  clients.push(client);
  await client.connect();
  return client;
}

/** The board as it is in the file, whatever the server has in memory. */
function storedBoard(): Y.Doc {
  const doc = new Y.Doc();
  const file = new DatabaseSync(join(server.dataDir, 'talkoot.db'), { readOnly: true });
  for (const table of ['snapshot', 'logEntry']) {
    for (const { bytes } of file.prepare(`select bytes from ${table}`).all()) Y.applyUpdate(doc, bytes as Uint8Array);
  }
  file.close();
  return doc;
}

async function joinAgain(client: WireClient): Promise<WireClient> {
  const again = await come('Tulija');
  await until('the newcomer has what is stored', () => isDeepStrictEqual(again.elements, client.elements));
  return again;
}

/** Readers besides those with a document of their own. */
const COUNTING = 88;

test('S10 five of a hundred readers stop reading while edits flow: others get everything, the five are closed, memory stays', {
  timeout: 300_000,
}, async () => {
  const machine = await ServerProcess.start();
  try {
    const room = await newWorkshop(machine);
    const readers: WireClient[] = [];
    for (let index = 0; index < 12; index++) readers.push(await come(`Lukija ${index}`, machine, room));
    const writer = await come('Kirjoittaja', machine, room);
    const paused = readers.splice(0, 5);
    const counting: WireClient[] = [];
    for (let index = 0; index < COUNTING; index++) {
      const reader = await come(`Laskija ${index}`, machine, room);
      reader.countsOnly = true;
      counting.push(reader);
    }
    const before = await machine.residentMb();
    for (const reader of paused) reader.socket.pause();
    // More than the kernel's buffers and the hard limit hold together, so that pausing is noticed.
    const pages = Math.ceil((LIMITS.outboundHardBytes * 3) / PAGE.length);
    // In portions: readers on a busy machine are given the time to read, those who paused are not.
    for (let count = 1; count <= pages; count++) {
      writer.addSticky(`page${count}`, PAGE);
      if (count % 200 !== 0 && count !== pages) continue;
      await until('stored', () => writer.isSaved, 60_000);
      const isRead = (): boolean =>
        readers.every((reader) => reader.words(`page${count}`) === PAGE) &&
        counting.every((reader) => reader.receivedBytes > count * PAGE.length);
      await until(`${count} pages are with everybody who reads`, isRead, 60_000);
    }
    const grown = (await machine.residentMb()) - before;
    for (const reader of paused) reader.socket.resume();
    await until('the paused are closed', () => paused.every((reader) => reader.closes.length > 0), 60_000);
    for (const reader of paused) await reader.connect();
    expect(paused.every((reader) => reader.words(`page${pages}`) === PAGE)).toBe(true);
    expect([...readers, ...counting].flatMap(({ closes }) => closes)).toEqual([]);
    console.log(`slow readers: 5 of ${readers.length + COUNTING + 5}, ${pages} pages, RSS +${Math.round(grown)} MB`);
    expect(grown).toBeLessThan(250);
  } finally {
    await machine.dispose();
  }
});

test('S10 a flood from one client is read more slowly: all of it arrives, others go on', {
  timeout: 120_000,
}, async () => {
  const flood = await come('Tulva');
  const other = await come('Toinen');
  flood.addSticky('flood', '');
  const count = LIMITS.framesBurst * 2;
  for (let index = 0; index < count; index++) flood.type('flood', 'x');
  other.addSticky('calm', 'calm');
  await until('the other is stored', () => other.isSaved);
  await until('the flood is stored', () => flood.isSaved, 60_000);
  await until('and seen', () => other.words('flood').length === count);
  expect([...flood.closes, ...other.closes, ...flood.refusals]).toEqual([]);
});

test('S10 a busy board does not make healthy readers look dead, nor does a clock set forward', {
  timeout: 120_000,
}, async () => {
  const writer = await come('Kirjoittaja');
  const reader = await come('Lukija');
  writer.addSticky('note', '');
  for (let minute = 0; minute < 6; minute++) {
    server.ahead += LIMITS.keepAliveMs - 1_000;
    writer.type('note', 'x');
    await until('stored', () => writer.isSaved);
    await until('seen', () => reader.words('note').length === minute + 1);
    // The sweep comes about once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  }
  server.ahead += 3_600_000;
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  expect([...reader.closes, ...writer.closes]).toEqual([]);
});

test('S2 while the store is locked nothing is acknowledged or shown, the loop is free, joiners get what is stored', {
  timeout: 180_000,
}, async () => {
  const writer = await come('Kirjoittaja');
  const reader = await come('Lukija');
  const { browser, client: late } = await guest(server, workshop, 'Myöhäinen');
  clients.push(late);
  await late.prepare();
  // The first use of a ticket is written down, so it comes before the lock.
  await late.connect();
  late.close();
  writer.addSticky('before', 'before');
  await until('stored', () => writer.isSaved);
  await until('seen', () => reader.words('before') === 'before');
  const lock = new DatabaseSync(join(server.dataDir, 'talkoot.db'));
  lock.exec('BEGIN IMMEDIATE');
  try {
    for (let index = 0; index < 50; index++) writer.addSticky(`while${index}`, 'x');
    let answers = 0;
    for (const end = Date.now() + (LONG ? 30_000 : 4_000); Date.now() < end; answers++) {
      expect((await browser.send('GET', '/healthz')).status).toBe(200);
    }
    expect(answers).toBeGreaterThan(5);
    await late.connect();
    expect(Object.keys(late.elements)).toEqual(['before']);
    expect(Object.keys(reader.elements)).toEqual(['before']);
    expect(writer.acked.size).toBe(1);
    expect(writer.waiting).toBe(50);
    console.log(`store locked: ${answers} answers of /healthz, 0 acks, 50 edits wait`);
  } finally {
    lock.exec('ROLLBACK');
    lock.close();
  }
  await until('stored', () => writer.isSaved, 60_000);
  await until('seen', () => isDeepStrictEqual(reader.elements, writer.elements));
  await joinAgain(writer);
  expect(writer.acked.size).toBe(51);
});

test('S3 on a full disk nothing unwritten is acknowledged, the server lives, and goes on when there is room', {
  timeout: 120_000,
}, async () => {
  const writer = await come('Kirjoittaja');
  const { db } = server.services.store;
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  const pages = Number(rows[0]?.page_count) + 20;
  await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(db);
  let count = 0;
  const isFull = (): boolean => server.logged().includes('"reason":"full"');
  for (; count < 300 && !isFull(); count++) {
    writer.addSticky(`page${count}`, PAGE);
    if (count % 5 === 0) await until('stored, or the disk is full', () => writer.isSaved || isFull(), 30_000);
  }
  await until('the disk is full', isFull, 30_000);
  expect(writer.waiting).toBeGreaterThan(0);
  const ackedWhileFull = [...writer.acked];
  expect((await server.browser().send('GET', '/healthz')).status).toBe(200);
  expect(ackedWhileFull.length).toBeGreaterThan(0);
  const stored = elementsOf(storedBoard());
  expect(ackedWhileFull.filter((id) => !stored.has(id))).toEqual([]);
  await sql.raw('PRAGMA max_page_count = 1000000').execute(db);
  await until('everything is stored', () => writer.isSaved, 60_000);
  expect(writer.acked.size).toBe(count);
  await joinAgain(writer);
  console.log(`full disk: ${ackedWhileFull.length} acknowledged before, ${count} in the end, 0 lost`);
});

test('S11 a stop stores what is queued, tells everybody to come back, and what came later is sent again', {
  timeout: 120_000,
}, async () => {
  const machine = await ServerProcess.start();
  try {
    const room = await newWorkshop(machine);
    const writers: WireClient[] = [];
    for (let index = 0; index < 5; index++) writers.push(await come(`Kirjoittaja ${index}`, machine, room));
    for (const [index, writer] of writers.entries()) writer.addSticky(`n${index}`, '');
    await until('stored', () => writers.every((writer) => writer.isSaved));
    const typing = setInterval(() => {
      for (const [index, writer] of writers.entries())
        writer.type(`n${index}`, `<${writer.words(`n${index}`).length}>`);
    }, 5);
    await until('people type', () => writers.every((writer) => writer.acked.size > 20));
    expect(await machine.kill('SIGTERM')).toBe(0);
    clearInterval(typing);
    expect(writers.map(({ closes }) => closes)).toEqual(writers.map(() => [CLOSE.restart]));
    const acked = writers.map((writer) => writer.acked.size);
    await machine.start();
    for (const writer of writers) await writer.connect();
    await until('the rest is stored', () => writers.every((writer) => writer.isSaved));
    const fresh = await come('Lukija', machine, room);
    for (const [index, writer] of writers.entries()) {
      expect(fresh.words(`n${index}`)).toBe(writer.words(`n${index}`));
    }
    console.log('graceful stop: acknowledged before it', acked);
  } finally {
    await machine.dispose();
  }
});
