import { expect, test } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';
import { until, type WireClient } from './testing/wire-client.ts';
import { workshopOfTest } from './testing/workshop-of-test.ts';

const own = workshopOfTest();
const { come } = own;

test('S4 what follows a lost frame is not acknowledged until the gap is closed', async () => {
  const ann = await come('Ann');
  ann.addSticky('first');
  await until('stored', () => ann.isSaved);
  const { accepted } = ann;
  // As if the line had lost a frame: the change is in Ann's copy and never left.
  const { sent } = ann;
  const send = ann.send.bind(ann);
  ann.send = () => {};
  ann.addSticky('lost');
  ann.sent = sent;
  ann.send = send;
  ann.addSticky('second');
  const answers: Uint8Array[] = [];
  ann.send = (bytes) => void answers.push(bytes);
  await until('the server asks for what is missing', () => answers.length > 0);
  expect(ann.accepted).toBe(accepted);
  const bob = await come('Bob');
  expect(Object.keys(bob.elements)).toEqual(['first']);
  ann.send = send;
  for (const answer of answers) send(answer);
  await until('stored', () => ann.isSaved);
  await until('Bob has both', () => Object.keys(bob.elements).sort().join() === 'first,lost,second');
  expect([...ann.closes, ...ann.refusals]).toEqual([]);
});

test('S6 who joins a cold room gets the snapshot and what came after it, the same bytes for all', async () => {
  const ann = await come('Ann');
  for (let index = 0; index < 600; index++) ann.addSticky(`n${index}`);
  await until('stored', () => ann.isSaved, 60_000);
  const elements = ann.elements;
  const { dataDir } = own.server;
  await own.server.stop();
  own.server = await startTestServer({ dataDir, logLevel: 'warn' });
  const [bob, cecilia] = [await come('Bob', { record: true }), await come('Cecilia', { record: true })];
  expect(bob.elements).toEqual(elements);
  const board = (one: WireClient): Uint8Array[] => (one.received ?? []).filter((bytes) => bytes.byteLength > 1_000);
  expect(board(bob).length).toBeGreaterThan(0);
  expect(board(cecilia)).toEqual(board(bob));
});
