import { createElement, elementsOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { AgendaStep } from '@talkoot/protocol';
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

type Person = Awaited<ReturnType<typeof guest>>;

/** A workshop with some frames on its board, a plan, and people who write. */
async function workshopWith(frames: readonly string[], plan: readonly AgendaStep[], names: readonly string[]) {
  const workshop = await newWorkshop(server);
  const board = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await board.connect();
  frames.forEach((id, at) => {
    board.edit(id, (doc) =>
      createElement(
        doc,
        {
          ...{ id, kind: 'frame', order: `a${at}`, author: null, text: id, fields: { look: 'panel' } },
          ...{ place: { frame: null, x: at * 1_000, y: 0 }, size: { width: 900, height: 900 } },
        },
        ELEMENT_MODELS,
      ),
    );
  });
  await until('the frames are stored', () => board.isSaved);
  const give = (input: object, browser = owner) => command(browser, workshop.id, input);
  await give({ type: 'addSteps', steps: plan, before: null });
  const people: Person[] = [];
  for (const name of names) {
    const person = await guest(server, workshop, name);
    await person.client.connect();
    people.push(person);
  }
  /** This person's view of their group's document. */
  const groupOf = async (person: Person): Promise<WireClient> => {
    const isMine = ({ members }: { members: string[] }): boolean => members.includes(person.participantId);
    await until('there is a group', () => person.client.session.groups.some(isMine));
    const id = person.client.session.groups.find(isMine)?.id;
    const client = new WireClient(person.browser, `${workshop.id}~group~${id}`, person.participantId, { v1: true });
    await client.connect();
    return client;
  };
  const mineOf = async (person: Person): Promise<WireClient> => {
    const client = new WireClient(person.browser, `${workshop.id}~mine`, person.participantId, { v1: true });
    await client.connect();
    return client;
  };
  return { workshop, board, give, people, groupOf, mineOf };
}

interface Stored {
  kind: string;
  author: string | null;
  origin?: string | null;
  place: { frame: string | null };
}

function withWords(client: WireClient, words: string): [string, Stored] | undefined {
  const id = [...elementsOf(client.doc).keys()].find((one) => client.words(one) === words);
  return id === undefined ? undefined : [id, client.elements[id] as Stored];
}

test('S37 1-2-4-All carries notes from one to pairs, from pairs to fours, and the chosen one to the board', async () => {
  const plan = [
    step('kaikki', 'one-two-four-all', ['eka', 'toka', 'kolmas', 'neljas'], { secondsPerRound: '60,60,60,60' }),
  ];
  const names = ['Anni', 'Bo', 'Ceci', 'Dan'];
  const frames = ['eka', 'toka', 'kolmas', 'neljas', 'muu'];
  const { board, give, people, groupOf, mineOf } = await workshopWith(frames, plan, names);
  await give({ type: 'goTo', stepId: 'kaikki' });
  const mine = await Promise.all(people.map((person) => mineOf(person)));
  for (const [at, client] of mine.entries()) client.addSticky(`n${at}`, `ajatus ${names[at]}`, frames[at % 2]);
  mine[0]?.addSticky('muu-lappu', 'muualla', 'muu');
  await until('notes are stored', () => mine.every((client) => client.isSaved));
  // Nobody commands it: the clock of the stage is over.
  server.ahead += 85_000;
  await until('pairs', () => board.session.stage?.name === 'pairs');
  const [ann] = people;
  if (!ann) throw new Error('nobody');
  const pair = await groupOf(ann);
  const members = ann.client.session.groups.find((group) => group.members.includes(ann.participantId))?.members ?? [];
  const [copy, frame] = withWords(pair, 'toka') ?? [];
  expect(frame).toMatchObject({ kind: 'frame', origin: 'toka' });
  for (const [at, { participantId }] of people.entries()) {
    const note = withWords(pair, `ajatus ${names[at]}`);
    if (members.includes(participantId))
      expect(note?.[1]).toMatchObject({ author: participantId, place: { frame: copy } });
    else expect(note).toBeUndefined();
  }
  // What was written elsewhere stays private; what was carried is gone from where it was.
  await until('notes left', () => mine.every((client) => !withWords(client, 'ajatus Anni')));
  expect(withWords(mine[0] as WireClient, 'muualla')).toBeDefined();
  pair.addSticky('yhdessa', 'parin ajatus', copy ?? null);
  await until('the pair has it', () => pair.isSaved);
  await give({ type: 'nextStage', at: 2 });
  await until('fours', () => board.session.stage?.name === 'fours');
  await until('the pair closed', () => pair.closes.length > 0);
  const four = await groupOf(ann);
  for (const words of [...names.map((name) => `ajatus ${name}`), 'parin ajatus'])
    expect(withWords(four, words)?.[1].place.frame).toBe(withWords(four, 'kolmas')?.[0]);
  expect(withWords(four, 'toka')).toBeUndefined();
  await give({ type: 'chooseNote', elementId: withWords(four, 'parin ajatus')?.[0] }, ann.browser);
  await give({ type: 'nextStage', at: 3 });
  await until('the note is on the board', () => withWords(board, 'parin ajatus') !== undefined);
  const named = withWords(board, 'Group 1');
  expect(named?.[1]).toMatchObject({ kind: 'frame', place: { frame: 'neljas' } });
  expect(withWords(board, 'parin ajatus')?.[1].place.frame).toBe(named?.[0]);
  expect(withWords(board, 'ajatus Anni')).toBeUndefined();
  for (const client of [...mine, four, board, ...people.map(({ client: one }) => one)]) client.close();
});

test('S37 what a group that chose nothing made comes to the board whole, and copies are not doubled', async () => {
  const plan = [step('kaikki', 'one-two-four-all', ['eka']), step('loppu', 'discussion', [])];
  const { board, give, people, groupOf } = await workshopWith(['eka'], plan, ['Anni', 'Bo', 'Ceci', 'Dan']);
  board.addSticky('ennen', 'ennestään', 'eka');
  await until('a note is there before', () => board.isSaved);
  await give({ type: 'goTo', stepId: 'kaikki' });
  await give({ type: 'nextStage', at: 1 });
  const [ann] = people;
  if (!ann) throw new Error('nobody');
  const pair = await groupOf(ann);
  pair.addSticky('uusi', 'uusi', null);
  const [copied] = withWords(pair, 'ennestään') ?? [];
  await until('the pair has it', () => pair.isSaved);
  expect(copied).toBeDefined();
  await give({ type: 'nextStage', at: 2 });
  await until('fours', () => board.session.stage?.name === 'fours');
  const four = await groupOf(ann);
  const words = [...elementsOf(four.doc).keys()].map((id) => four.words(id)).sort();
  expect(words).toEqual(['eka', 'ennestään', 'uusi']);
  await give({ type: 'goTo', stepId: 'loppu' });
  await until('all of it is on the board', () => withWords(board, 'uusi') !== undefined);
  expect(withWords(board, 'Group 1')?.[1].place.frame).toBeNull();
  for (const client of [four, board, ...people.map(({ client: one }) => one)]) client.close();
});

test('S37 tables of a world café keep what lies on them while people move, and let nobody in who left', async () => {
  const settings = { groupSize: 2, rotations: 2, hostStays: true };
  const plan = [step('kahvila', 'breakout', ['eka', 'toka'], settings)];
  const { workshop, board, give, people, groupOf } = await workshopWith(['eka', 'toka'], plan, [
    'Anni',
    'Bo',
    'Ceci',
    'Dan',
  ]);
  await give({ type: 'goTo', stepId: 'kahvila' });
  await until('tables', () => board.session.groups.length === 2);
  const [table] = board.session.groups;
  const sitting = people.filter(({ participantId }) => table?.members.includes(participantId));
  const [first] = sitting;
  if (!first || !table) throw new Error('no table');
  const before = await groupOf(first);
  expect(Object.values(before.elements).filter((one) => (one as Stored).kind === 'frame')).toHaveLength(1);
  before.addSticky('jaa', 'jää pöytään', null);
  await until('it lies there', () => before.isSaved);
  await give({ type: 'nextStage', at: 1 });
  await until('people moved', () => board.session.groups.find(({ id }) => id === table.id)?.host !== undefined);
  const after = board.session.groups.find(({ id }) => id === table.id);
  const came = people.find(
    ({ participantId }) => after?.members.includes(participantId) && !table.members.includes(participantId),
  );
  const left = sitting.find(({ participantId }) => !after?.members.includes(participantId));
  if (!came || !left) throw new Error('nobody moved');
  const now = await groupOf(came);
  expect(withWords(now, 'jää pöytään')).toBeDefined();
  const stranger = new WireClient(left.browser, `${workshop.id}~group~${table.id}`, left.participantId, { v1: true });
  await expect(stranger.connect()).rejects.toThrow();
  for (const client of [now, board, before, ...people.map(({ client: one }) => one)]) client.close();
});
