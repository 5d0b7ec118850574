import { createElement, elementsOf, readElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { OwnMessage } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { plannedStep as step } from '../testing/planned-step.ts';
import { command, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

let server: TestServer;
let owner: Browser;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

test('S40 everybody gets own frames once, and what they wrote privately comes into theirs', async () => {
  const workshop = await newWorkshop(server);
  const board = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await board.connect();
  const frame = (id: string, x: number, fields: object): void =>
    board.edit(id, (doc) =>
      createElement(
        doc,
        {
          ...{ id, kind: 'frame', order: `a${x / 500}`, author: null, text: id, fields: { look: 'panel', ...fields } },
          ...{ place: { frame: null, x, y: 0 }, size: { width: 400, height: 400 } },
        },
        ELEMENT_MODELS,
      ),
    );
  frame('tavoite', 0, { repeat: 'participant' });
  frame('nyt', 500, { repeat: 'participant' });
  frame('oma', 1_000, { repeat: 'participant', visibility: 'author-only' });
  frame('kaikki', 1_500, {});
  await until('the frames are stored', () => board.isSaved);
  const give = (input: object) => command(owner, workshop.id, input);
  const frames = ['tavoite', 'nyt', 'oma', 'kaikki'];
  await give({
    type: 'addSteps',
    steps: [
      step('yksin', 'private-writing', frames),
      step('yhdessa', 'open-writing', frames),
      step('loppu', 'build', frames),
    ],
    before: null,
  });
  const ann = await guest(server, workshop, 'Anni');
  await ann.client.connect();
  await give({ type: 'goTo', stepId: 'yksin' });
  const mine = new WireClient(ann.browser, `${workshop.id}~mine`, ann.participantId, { v1: true });
  await mine.connect();
  mine.addSticky('salaa', 'yksin mietitty', 'nyt');
  await until('the note is stored', () => mine.isSaved);
  await give({ type: 'goTo', stepId: 'yhdessa' });
  const copies = (): Record<string, string> => (ann.client.told.get('own') as OwnMessage | undefined)?.copies ?? {};
  await until('Anni has frames', () => Object.keys(copies()).length > 0);
  expect(Object.keys(copies())).toEqual(['tavoite', 'nyt']);
  const read = (id = '') => readElement(id, elementsOf(board.doc).get(id), ELEMENT_MODELS);
  await until('they are on the board', () => read(copies().nyt) !== null);
  const [goal, now] = [read(copies().tavoite), read(copies().nyt)];
  expect(goal).toMatchObject({ text: 'Anni – tavoite', origin: 'tavoite', place: { frame: null } });
  expect(goal?.fields.repeat ?? null).toBeNull();
  expect((now?.place.x ?? 0) - (goal?.place.x ?? 0)).toBe(500);
  expect(goal?.place.y).toBeGreaterThan(400);
  // They are only on the board, and hers to write in.
  ann.client.addSticky('omaan', 'omaan ruutuun', copies().tavoite ?? null);
  await until('her note is stored', () => ann.client.isSaved);
  expect(ann.client.refusals).toEqual([]);
  const bo = await guest(server, workshop, 'Bo');
  await bo.client.connect();
  const titles = (): string[] =>
    [...elementsOf(board.doc).keys()].map((id) => board.words(id)).filter((words) => words.startsWith('Bo'));
  await until('Bo has frames too', () => titles().length > 0);
  expect(titles().sort()).toEqual(['Bo – nyt', 'Bo – tavoite']);
  const count = elementsOf(board.doc).size;
  await give({ type: 'goTo', stepId: 'loppu' });
  await give({ type: 'goTo', stepId: 'yhdessa' });
  await give({ type: 'reveal', frames: null, authors: null });
  server.ahead += 10_000;
  await until('the private note is on the board', () => elementsOf(board.doc).size > count);
  expect(elementsOf(board.doc).size).toBe(count + 1);
  const shown = [...elementsOf(board.doc).keys()].find((id) => board.words(id) === 'yksin mietitty');
  expect(read(shown)?.place.frame).toBe(copies().nyt);
  for (const client of [board, mine, ann.client, bo.client]) client.close();
});

test('S41 a distribution tells everybody numbers of private notes, never words or whose they are', async () => {
  const workshop = await newWorkshop(server);
  const board = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await board.connect();
  for (const [at, id] of ['eka', 'toka', 'oma'].entries()) {
    const fields = { look: 'panel', ...(id === 'oma' && { visibility: 'author-only' }) };
    board.edit(id, (doc) =>
      createElement(
        doc,
        {
          ...{ id, kind: 'frame', order: `a${at}`, author: null, text: id, fields },
          ...{ place: { frame: null, x: at * 500, y: 0 }, size: { width: 400, height: 400 } },
        },
        ELEMENT_MODELS,
      ),
    );
  }
  await until('the frames are stored', () => board.isSaved);
  const give = (input: object) => command(owner, workshop.id, input);
  const frames = ['eka', 'toka', 'oma'];
  const numbers = step('luvut', 'reveal', frames, { revealMode: 'distribution' });
  const writing = step('yksin', 'private-writing', frames, { anonymity: 'nobody' });
  await give({ type: 'addSteps', steps: [writing, numbers], before: null });
  const people = [await guest(server, workshop, 'Anni'), await guest(server, workshop, 'Bo')];
  for (const { client } of people) await client.connect();
  await give({ type: 'goTo', stepId: 'yksin' });
  for (const [at, { browser, participantId, client }] of people.entries()) {
    const mine = new WireClient(browser, `${workshop.id}~mine`, participantId, { v1: true });
    await mine.connect();
    mine.addSticky(`a${at}`, 'SALAISUUS', 'eka');
    mine.addSticky(`b${at}`, 'SALAISUUS', at === 0 ? 'toka' : 'oma');
    mine.addSticky(`c${at}`, '', 'eka');
    await until('the notes are stored', () => mine.isSaved);
    // Who wrote may be gone when it is counted.
    mine.close();
    if (at === 1) client.close();
  }
  await give({ type: 'goTo', stepId: 'luvut' });
  await until('numbers are told', () => people[0]?.client.session.counts != null);
  const counts = people[0]?.client.session.counts;
  expect(counts?.frames).toEqual([
    { id: 'eka', notes: 2 },
    { id: 'toka', notes: 1 },
    { id: 'oma', notes: 0 },
  ]);
  expect(JSON.stringify(board.elements)).not.toContain('SALAISUUS');
  await give({ type: 'reveal', frames: null, authors: null });
  server.ahead += 10_000;
  await until('the words are there', () => board.session.counts === null && elementsOf(board.doc).size > 3);
  for (const client of [board, ...people.map((one) => one.client)]) client.close();
});
