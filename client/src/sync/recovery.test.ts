import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createElement, elementsOf, setField, textOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { WorkshopView } from '@talkoot/protocol';
import { Random } from '@talkoot/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import {
  command,
  joinAs,
  newWorkshop,
  startTestServer,
  type TestServer,
} from '../../../server/src/testing/test-server.ts';
import { FakeCopies } from './testing/fake-copy.ts';
import { Person, plainMemory, type Poster, until } from './testing/person.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let server: TestServer;
let workshop: WorkshopView & { joinCode: string };
const people: Person[] = [];

beforeEach(async () => {
  server = await startTestServer({ logLevel: 'warn' });
  workshop = await newWorkshop(server);
});
afterEach(async () => {
  for (const person of people.splice(0)) person.link.close();
  await server.dispose();
  await rm(server.dataDir, { recursive: true, force: true });
});

type Storage = ConstructorParameters<typeof Person>[5];

async function person(browser: Poster, id: string, storage: Storage = {}, facilitating = false): Promise<Person> {
  const role = facilitating ? 'facilitator' : 'participant';
  const made = new Person(() => server, browser, workshop.id, { id, role }, new Random(1), storage);
  people.push(made);
  await made.link.open();
  return made;
}

async function guest(name: string, storage: Storage = {}): Promise<Person & { browser: Poster }> {
  const { browser, joined } = await joinAs(server, workshop.joinCode, name);
  const made = await person(browser, joined.participant.id, storage);
  await until('synced', () => made.link.state().synced);
  return Object.assign(made, { browser });
}

function add(who: Person, id: string, text: string): void {
  createElement(
    who.doc,
    {
      id,
      kind: 'sticky',
      place: { frame: null, x: 0, y: 0 },
      size: { width: 160, height: 160 },
      order: 'a0',
      author: who.participantId,
      text,
      fields: { colour: 'yellow' },
    },
    ELEMENT_MODELS,
  );
}

function words(who: Person, id: string): Y.Text {
  const text = textOf(who.doc, id);
  if (!text) throw new Error(`no words: ${id}`);
  return text;
}

function isSaved(who: Person): boolean {
  const { synced, connected, waiting } = who.link.state();
  return synced && connected && waiting === 0;
}

async function allSaved(...which: Person[]): Promise<void> {
  await until('everything is stored', () => which.every(isSaved), 40_000);
}

test('S5 of 300 offline edits in 300 notes, one locked meanwhile, 299 arrive and the words of the one are handed back', async () => {
  const writer = await guest('Kirjoittaja');
  const reader = await guest('Lukija');
  for (let index = 0; index < 300; index++) add(writer, `n${index}`, `note ${index}`);
  await allSaved(writer);
  writer.line.cut();
  await until('offline', () => !writer.link.state().connected);
  for (let index = 0; index < 300; index++) words(writer, `n${index}`).insert(0, `offline ${index}: `);
  await command(await server.owner(), workshop.id, { type: 'lock', elementIds: ['n150'], locked: true });
  // Past every grace: words that were being written get the longest.
  server.ahead += 60_000;
  writer.line.mend();
  await until('handed back', () => writer.lost.length > 0, 60_000);
  await allSaved(writer);
  const arrived = (): number =>
    Array.from(
      { length: 300 },
      (_, index) => words(reader, `n${index}`).toString() === `offline ${index}: note ${index}`,
    ).filter(Boolean).length;
  await until('299 arrive', () => arrived() === 299);
  expect(words(reader, 'n150').toString()).toBe('note 150');
  expect(writer.lost).toEqual([{ elementId: 'n150', text: 'offline 150: ', reason: 'locked' }]);
  expect(writer.elements).toEqual(reader.elements);
  console.log(
    `300 offline edits, one locked: ${arrived()} arrived, ${writer.lost.length} handed back, ${writer.rebases} rebase`,
  );
});

test('S3 words written offline in a note that somebody deleted are handed back whole', async () => {
  const writer = await guest('Kirjoittaja');
  const owner = await person(await server.owner(), workshop.participant?.id ?? '', {}, true);
  add(writer, 'gone', 'before');
  await allSaved(writer);
  await until('seen', () => elementsOf(owner.doc).has('gone'));
  writer.line.cut();
  await until('offline', () => !writer.link.state().connected);
  words(writer, 'gone').insert(6, ' and after');
  elementsOf(owner.doc).delete('gone');
  await allSaved(owner);
  writer.line.mend();
  await until('handed back', () => writer.lost.length > 0);
  expect(writer.lost).toEqual([{ elementId: 'gone', text: 'before and after', reason: 'deleted' }]);
  await allSaved(writer);
});

test('S5 a refused client begins afresh: formats and fields come along, everybody converges', async () => {
  const writer = await guest('Kirjoittaja');
  const reader = await guest('Lukija');
  add(writer, 'free', 'plain words');
  add(writer, 'shut', 'other words');
  await allSaved(writer);
  writer.line.cut();
  await until('offline', () => !writer.link.state().connected);
  words(writer, 'free').format(0, 5, { bold: true });
  setField(writer.doc, 'free', 'colour', 'blue');
  words(writer, 'shut').insert(0, 'my ');
  await command(await server.owner(), workshop.id, { type: 'lock', elementIds: ['shut'], locked: true });
  server.ahead += 60_000;
  writer.line.mend();
  await until('handed back', () => writer.lost.length === 1);
  await allSaved(writer);
  await until('the same for all', () => JSON.stringify(reader.elements.free) === JSON.stringify(writer.elements.free));
  expect(words(reader, 'free').toDelta()).toEqual([
    { insert: 'plain', attributes: { bold: true } },
    { insert: ' words' },
  ]);
  expect(reader.elements.free).toMatchObject({ colour: 'blue' });
  expect(writer.rebases).toBe(1);
});

test('S1 two tabs of one person write under ids of their own, and a reload from the local copy doubles nothing', async () => {
  const storage = { memory: plainMemory(), openCopy: new FakeCopies().open };
  const first = await guest('Aino', storage);
  const second = await person(first.browser, first.participantId, { memory: plainMemory() });
  await until('synced', () => second.link.state().synced);
  expect(first.doc.clientID).not.toBe(second.doc.clientID);
  add(first, 'shared', '');
  await until('seen', () => elementsOf(second.doc).has('shared'));
  for (let index = 0; index < 20; index++) {
    const tab = index % 2 === 0 ? first : second;
    const text = words(tab, 'shared');
    text.insert(text.length, `<${index}>`);
  }
  await allSaved(first, second);
  first.line.cut();
  await until('offline', () => !first.link.state().connected);
  words(first, 'shared').insert(0, '<offline>');
  words(second, 'shared').insert(0, '<online>');
  first.link.close();
  // The page is opened again: the copy is there at once, and goes up under a new id.
  const reloaded = await person(first.browser, first.participantId, storage);
  expect(words(reloaded, 'shared').toString()).toContain('<offline>');
  expect([first.doc.clientID, second.doc.clientID]).not.toContain(reloaded.doc.clientID);
  await allSaved(reloaded, second);
  await until('the same', () => JSON.stringify(reloaded.elements) === JSON.stringify(second.elements));
  for (const mark of ['<offline>', '<online>', ...Array.from({ length: 20 }, (_, index) => `<${index}>`)]) {
    expect(words(second, 'shared').toString().split(mark), mark).toHaveLength(2);
  }
});

test('S7 an older backup put back: each browser brings its own newer work, nothing doubled, nothing silently lost', async () => {
  const copies = (): Storage => ({ memory: plainMemory(), openCopy: new FakeCopies().open });
  const keptAino = copies();
  const aino = await guest('Aino', keptAino);
  const eero = await guest('Eero', copies());
  const owner = await person(await server.owner(), workshop.participant?.id ?? '', copies(), true);
  add(aino, 'old', 'start');
  await allSaved(aino, eero, owner);
  await until('seen', () => elementsOf(owner.doc).has('old') && elementsOf(eero.doc).has('old'));

  const { dataDir, port } = server;
  const backup = await mkdtemp(join(tmpdir(), 'talkoot-backup-'));
  await server.stop();
  await cp(dataDir, backup, { recursive: true });
  const again = async (): Promise<void> => {
    server = await startTestServer({ dataDir, logLevel: 'warn', env: { PORT: String(port) } });
  };
  await again();
  await until('back', () => [aino, eero, owner].every(isSaved), 60_000);

  // Work after the backup: three people in one note, and a new one each.
  words(aino, 'old').insert(5, '<aino>');
  words(owner, 'old').insert(0, '<owner>');
  add(aino, 'new-aino', 'newer');
  add(eero, 'new-eero', 'newer');
  await allSaved(aino, eero, owner);
  await until('seen', () => words(eero, 'old').toString() === '<owner>start<aino>');
  const before = eero.elements;
  // One browser is closed during the restore and opened much later.
  aino.link.close();
  await server.stop();
  await rm(dataDir, { recursive: true });
  await cp(backup, dataDir, { recursive: true });
  await rm(backup, { recursive: true });
  await writeFile(join(dataDir, 'restored'), '');
  await again();
  await until('the others are back', () => [eero, owner].every((who) => isSaved(who) && who.rebases === 1), 60_000);
  expect(words(owner, 'old').toString()).toBe('<owner>start');
  expect(elementsOf(owner.doc).has('new-aino')).toBe(false);
  const late = await person(aino.browser, aino.participantId, keptAino);
  await allSaved(late);
  await until('all is as before', () => Object.keys(eero.elements).length === 3 && words(eero, 'old').length > 17);
  expect(eero.elements).toEqual(before);
  await until('the same for all', () =>
    [owner, late].every((who) => JSON.stringify(who.elements.old) === JSON.stringify(eero.elements.old)),
  );
  // Others' new notes are theirs to bring; nobody is handed what was not theirs.
  for (const who of [eero, owner, late]) expect(who.lost).toEqual([]);
});

test('S5 work larger than an update or a frame arrives whole, made offline or in one go', async () => {
  const aino = await guest('Aino');
  aino.line.cut();
  for (let index = 0; index < 1_500; index++) add(aino, `offline${index}`, `ajatus numero ${index}`);
  aino.line.mend();
  await until('all of it is stored', () => aino.link.state().synced && aino.link.state().waiting === 0, 60_000);
  aino.doc.transact(() => {
    for (let index = 0; index < 3_000; index++) add(aino, `live${index}`, `ajatus numero ${index}`);
  });
  await until('that too', () => aino.link.state().synced && aino.link.state().waiting === 0, 60_000);
  const reader = await guest('Lukija');
  expect(elementsOf(reader.doc).size).toBe(4_500);
  expect(reader.doc.getMap('elements').toJSON()).toEqual(aino.doc.getMap('elements').toJSON());
  expect(aino.lost).toEqual([]);
});
