import { createElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { type HealthView, MESSAGE, TimeAnswer } from '@talkoot/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { beforeEach, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { command } from '../testing/test-server.ts';
import { Health } from './health.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';
import { workshopOfTest } from './testing/workshop-of-test.ts';

const own = workshopOfTest();
let owner: Browser;
let board: WireClient;

beforeEach(async () => {
  owner = await own.server.owner();
  const { participantId } = await owner.post<{ participantId: string }>(`/workshops/${own.workshop.id}/ticket`, {
    room: own.workshop.id,
  });
  board = new WireClient(owner, own.workshop.id, participantId, { v1: true });
  await board.connect();
});

const NO_WORDS = { fi: '', sv: '', en: '' };

async function begin(): Promise<void> {
  const step = {
    ...{ id: 'kirjoita', type: 'private-writing', phase: 'divergence', title: NO_WORDS, prompt: NO_WORDS, cue: '' },
    ...{ minutes: 5, optional: false, skipped: false, autoAdvance: false, frames: [], settings: {} },
  };
  await command(owner, own.workshop.id, { type: 'addSteps', steps: [step], before: null });
  await command(owner, own.workshop.id, { type: 'goTo', stepId: 'kirjoita' });
}

function healthOf(client: WireClient): HealthView | undefined {
  const told = client.told.get('health');
  return told?.type === 'health' ? told.health : undefined;
}

function untilHealth(what: string, part: Partial<HealthView>): Promise<void> {
  return until(what, () => {
    const health = healthOf(board);
    return health !== undefined && Object.entries(part).every(([key, value]) => health[key as 'joined'] === value);
  });
}

test('S33 facilitators hear how many write, rest and are lost, and nobody else does', async () => {
  const [ann, bob] = [await guest(own.server, own.workshop, 'Ann'), await guest(own.server, own.workshop, 'Bob')];
  await Promise.all([ann.client.connect(), bob.client.connect()]);
  const mine = new WireClient(ann.browser, `${own.workshop.id}~mine`, ann.participantId, { v1: true });
  await mine.connect();
  await begin();
  await untilHealth('both are here', { joined: 2, online: 2, writing: 0, idle: 0, lost: 0, notes: 0, authors: 0 });
  board.received = [];
  mine.edit('note', (doc) =>
    createElement(
      doc,
      {
        ...{ id: 'salainen', kind: 'sticky', order: 'a0', author: ann.participantId, text: 'Hiljainen sana' },
        place: { frame: null, x: 0, y: 0 },
        size: { width: 200, height: 200 },
        fields: { colour: 'yellow' },
      },
      ELEMENT_MODELS,
    ),
  );
  await untilHealth('Ann writes', { writing: 1, notes: 1, authors: 1 });
  bob.client.close();
  await untilHealth('Bob is lost', { online: 1, lost: 1 });
  const heard = Buffer.concat(board.received).toString('utf8');
  expect(heard).not.toContain('Hiljainen');
  expect(heard).not.toContain('salainen');
  expect(healthOf(ann.client)).toBeUndefined();
});

test('S33 who does nothing for a minute is idle, and who was here long ago is not lost', () => {
  let now = 1_000_000;
  const health = new Health(() => now);
  const count = (...online: string[]) =>
    health.count({ members: ['ann', 'bob'], online: new Set(online), notesOf: () => 0 });
  expect(count('ann')).toMatchObject({ joined: 2, online: 1, idle: 0, lost: 0 });
  health.wrote('ann');
  expect(count('ann').writing).toBe(1);
  now += 20_000;
  expect(count('ann')).toMatchObject({ writing: 0, idle: 0 });
  now += 50_000;
  expect(count('ann')).toMatchObject({ writing: 0, idle: 1 });
  health.acted('ann');
  expect(count('ann')).toMatchObject({ writing: 0, idle: 0 });
  expect(count()).toMatchObject({ online: 0, lost: 1 });
  now += 20 * 60_000;
  expect(count()).toMatchObject({ online: 0, lost: 0 });
});

test('S32 while cursors are hidden nobody is sent one, and they come back as they are', async () => {
  const [ann, bob] = [await own.come('Ann'), await own.come('Bob')];
  const seen = () => bob.present.get(ann.doc.clientID);
  for (const id of ['e', 'f']) ann.addSticky(id);
  await until('the notes are on the board', () => ann.isSaved);
  ann.say({ cursor: { x: 7, y: 0 }, selection: ['e'] });
  await until('Bob sees it', () => seen()?.cursor?.x === 7);
  await command(owner, own.workshop.id, { type: 'hide', cursors: true });
  await until('it is gone', () => seen() !== undefined && !seen()?.cursor);
  bob.received = [];
  ann.say({ cursor: { x: 123_456, y: 0 }, laser: [{ x: 654_321, y: 0, t: 1 }], selection: ['e', 'f'] });
  await until('Bob hears the rest', () => seen()?.selection?.length === 2);
  const late = await own.come('Myöhä', { record: true });
  await until('the newcomer sees Ann', () => late.present.has(ann.doc.clientID));
  for (const client of [bob, late]) {
    const bytes = Buffer.concat(client.received ?? []).toString('utf8');
    expect(bytes).not.toMatch(/123456|654321/);
  }
  await command(owner, own.workshop.id, { type: 'hide', cursors: false });
  await until('it is back', () => seen()?.cursor?.x === 123_456);
});

test('S34 the server tells its time to who asks', async () => {
  const ann = await own.come('Ann', { record: true });
  const question = encoding.createEncoder();
  encoding.writeVarUint(question, MESSAGE.time);
  encoding.writeVarUint(question, 41);
  ann.send(encoding.toUint8Array(question));
  const answer = (): TimeAnswer | undefined => {
    for (const bytes of ann.received ?? []) {
      const decoder = decoding.createDecoder(bytes);
      if (decoding.readVarUint(decoder) === MESSAGE.time)
        return TimeAnswer.parse(JSON.parse(decoding.readVarString(decoder)));
    }
    return undefined;
  };
  await until('the answer is here', () => answer() !== undefined);
  expect(answer()?.number).toBe(41);
  expect(ann.isOpen).toBe(true);
});
