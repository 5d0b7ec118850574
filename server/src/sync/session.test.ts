import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createElement, elementsOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { AgendaStep, ConsoleMessage, OwnMessage, RoundRules } from '@talkoot/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { plannedStep } from '../testing/planned-step.ts';
import { command, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { sticky } from './gate/testing/bench.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

let server: TestServer;
let owner: Browser;
let workshop: Awaited<ReturnType<typeof newWorkshop>>;
let board: WireClient;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

beforeEach(async () => {
  workshop = await newWorkshop(server);
  board = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await board.connect();
  board.edit('frame', (doc) =>
    createElement(
      doc,
      {
        ...{ id: 'frame', kind: 'frame', order: 'a0', author: null, text: 'Opit' },
        place: { frame: null, x: 0, y: 0 },
        size: { width: 900, height: 900 },
        fields: { look: 'panel' },
      },
      ELEMENT_MODELS,
    ),
  );
  await until('the frame is stored', () => board.isSaved);
});

function step(id: string, type: string, settings: AgendaStep['settings'] = {}): AgendaStep {
  return plannedStep(id, type, ['frame'], settings);
}

function give(input: object, browser = owner, status = 200): Promise<Record<string, unknown>> {
  return command(browser, workshop.id, input, status);
}

async function plan(...steps: AgendaStep[]): Promise<void> {
  await give({ type: 'addSteps', steps, before: null });
}

async function writer(name: string) {
  const person = await guest(server, workshop, name);
  await person.client.connect();
  const mine = new WireClient(person.browser, `${workshop.id}~mine`, person.participantId, { v1: true });
  await mine.connect();
  return { ...person, mine };
}

function wordsOn(client: WireClient): string[] {
  return [...elementsOf(client.doc).keys()].map((id) => client.words(id)).sort();
}

/** The moment to reveal comes. */
async function reveals(from: WireClient, notes: number): Promise<void> {
  const before = Object.keys(from.elements).length;
  server.ahead += 2_500;
  await until('the notes are on the board', () => Object.keys(from.elements).length === before + notes);
}

describe('private writing', () => {
  test('S25 what is written privately comes to the board when it is revealed, and is gone from where it was', async () => {
    await plan(step('kirjoita', 'private-writing', { maxNotesPerPerson: 2 }), step('paljasta', 'reveal'));
    const ann = await writer('Anni');
    const bob = await writer('Bo');
    await give({ type: 'goTo', stepId: 'kirjoita' });
    await until('the step is known', () => ann.client.session.step?.id === 'kirjoita');
    expect(ann.client.session.step?.writing).toEqual({ anonymity: 'named', frames: ['frame'], most: 2, own: false });
    ann.mine.addSticky('a1', 'salaisuus yksi', 'frame');
    ann.mine.addSticky('a2', 'salaisuus kaksi', 'frame');
    bob.mine.addSticky('b1', 'salaisuus kolme', 'frame');
    await until('all is stored', () => ann.mine.isSaved && bob.mine.isSaved);
    // The grace for what was allowed before is over.
    server.ahead += 4_000;
    // A third note is one too many, and the board itself takes none.
    ann.mine.addSticky('a3', 'liikaa', 'frame');
    await until('a note too many is refused', () => ann.mine.refusals.at(-1)?.code === 'notesFull');
    bob.client.addSticky('open', 'ohi', 'frame');
    await until('the board refuses', () => bob.client.refusals.at(-1)?.code === 'step');
    expect(wordsOn(board)).toEqual(['Opit']);
    await give({ type: 'reveal', frames: null, authors: null });
    await reveals(board, 3);
    expect(wordsOn(board)).toEqual(['Opit', 'salaisuus kaksi', 'salaisuus kolme', 'salaisuus yksi']);
    const revealed = Object.values(board.elements) as { author: string | null; kind: string }[];
    expect(revealed.filter(({ author }) => author === ann.participantId)).toHaveLength(2);
    await until('nothing is left', () => Object.keys(bob.mine.elements).length === 0);
  });

  test('S26 where nobody can know, nothing stored joins a note to its author after the reveal', async () => {
    await plan(step('kirjoita', 'private-writing', { anonymity: 'nobody' }));
    const people = [await writer('Anni'), await writer('Bo')];
    await give({ type: 'goTo', stepId: 'kirjoita' });
    for (const [at, { mine }] of people.entries()) {
      mine.addSticky(`tunniste-${at}-lappu`, `paljastettu ${at}`, 'frame');
      mine.addSticky(`tunniste-${at}-peruttu`, `peruttu ${at}`, 'frame');
      mine.edit(`withdrawn ${at}`, (doc) => elementsOf(doc).delete(`tunniste-${at}-peruttu`));
    }
    await until('all is stored', () => people.every(({ mine }) => mine.isSaved));
    const clientIds = people.map(({ mine }) => mine.doc.clientID);
    await give({ type: 'reveal', frames: ['frame'], authors: null });
    await reveals(board, 2);
    const notes = Object.entries(board.elements as Record<string, { author: string | null; createdAt?: number }>);
    for (const [id, { author, createdAt }] of notes.filter(([key]) => key !== 'frame')) {
      expect(author).toBeNull();
      expect(createdAt ?? 0).toBe(0);
      expect(id).not.toContain('tunniste');
    }
    // Their private documents have another history now, and they are told so.
    await until('both are sent to begin anew', () => people.every(({ mine }) => mine.closes.length > 0));
    for (const { client } of people) client.close();
    board.close();
    for (const file of await filesOf(server.dataDir)) {
      const bytes = await readFile(file);
      expect(bytes.includes('tunniste-'), `an old id in ${file}`).toBe(false);
      expect(bytes.includes('peruttu'), `a withdrawn note in ${file}`).toBe(false);
    }
    expect(clientIds.some((id) => clientsOn(board).has(id))).toBe(false);
  });

  test('S25 what is for its author alone no reveal brings to the board, unless they bring it there themselves', async () => {
    await plan(step('oma', 'private-writing', { revealMode: 'author-choice' }));
    const ann = await writer('Anni');
    await give({ type: 'goTo', stepId: 'oma' });
    ann.mine.addSticky('a1', 'vain minulle', 'frame');
    ann.mine.addSticky('a2', 'muillekin', 'frame');
    for (const [id, createdAt] of Object.entries({ aiemmin: 0, nyt: Date.now() + server.ahead }))
      ann.mine.edit(id, (doc) =>
        createElement(doc, { ...sticky(id, ann.participantId), text: id, createdAt }, ELEMENT_MODELS),
      );
    await until('it is stored', () => ann.mine.isSaved);
    await give({ type: 'reveal', frames: null, authors: null });
    await reveals(board, 1);
    expect(wordsOn(board)).toEqual(['Opit', 'aiemmin']);
    await give({ type: 'publish', from: 'mine', elementIds: ['a2'] }, ann.browser);
    await until('one more', () => wordsOn(board).includes('muillekin'));
    expect(wordsOn(board)).not.toContain('vain minulle');
  });

  test('S27 where facilitators may know, they alone read who wrote what', async () => {
    await plan(step('kirjoita', 'private-writing', { anonymity: 'facilitator' }));
    const ann = await writer('Anni');
    await give({ type: 'goTo', stepId: 'kirjoita' });
    ann.mine.addSticky('a1', 'nimetön', 'frame');
    await until('it is stored', () => ann.mine.isSaved);
    await give({ type: 'reveal', frames: null, authors: null });
    await reveals(board, 1);
    const [id] = Object.keys(board.elements).filter((key) => key !== 'frame');
    expect((board.elements[id ?? ''] as { author: string | null }).author).toBeNull();
    const backstage = new WireClient(owner, `${workshop.id}~backstage`, board.participantId, { v1: true });
    await backstage.connect();
    expect(backstage.doc.getMap('authors').toJSON()).toEqual({ [id ?? '']: ann.participantId });
  });
});

const DOTS: RoundRules = {
  ...{ method: 'dots', question: '', each: 3, perItem: 2, scale: 5, secret: true, live: false, least: 0 },
  axes: { x: ['', ''], y: ['', ''] },
};

describe('rounds', () => {
  test('S28 ballots are counted once for each person, hidden until the close, and erased where they are secret', async () => {
    const ann = await writer('Anni');
    const bob = await writer('Bo');
    board.addSticky('yksi', 'yksi', 'frame');
    board.addSticky('kaksi', 'kaksi', 'frame');
    await until('items are stored', () => board.isSaved);
    await give({ id: 'kierros', type: 'openRound', rules: DOTS, items: ['yksi', 'kaksi'] });
    const late = await writer('Myöhäinen');
    const ballot = (marks: object) => ({ type: 'ballot', roundId: 'kierros', ballot: { marks } });
    await give(ballot({ yksi: 2, kaksi: 1 }), ann.browser);
    await give(ballot({ yksi: 1 }), ann.browser);
    await give(ballot({ yksi: 2, kaksi: 2 }), bob.browser, 400);
    await give(ballot({ yksi: 3 }), bob.browser, 400);
    await give(ballot({ kaksi: 2 }), bob.browser);
    await give(ballot({ kaksi: 1 }), late.browser, 403);
    await until('the console knows', () => lateFor(board, 'kierros').includes(late.participantId));
    await give({ type: 'letVote', roundId: 'kierros', participantId: late.participantId });
    await give(ballot({ kaksi: 1 }), late.browser);
    await until('own answers are told', () => ownOf(ann.client)?.ballots.kierros?.marks.yksi === 1);
    await until('to everybody', () => ownOf(bob.client)?.ballots.kierros !== undefined);
    expect(ann.client.session.rounds[0]).toMatchObject({ results: null, answered: 0, entitled: 3 });
    expect(ownOf(bob.client)?.ballots).toEqual({ kierros: { marks: { kaksi: 2 } } });
    await give({ type: 'closeRound', roundId: 'kierros' });
    await until('results show', () => bob.client.session.rounds[0]?.results !== null);
    expect(bob.client.session.rounds[0]?.results).toEqual([
      { item: 'kaksi', score: 3, answers: 2 },
      { item: 'yksi', score: 1, answers: 1 },
    ]);
    await give(ballot({ kaksi: 1 }), bob.browser, 409);
    await until('answers are gone', () => Object.keys(ownOf(ann.client)?.ballots ?? {}).length === 0);
  });
});

describe('groups', () => {
  test('S29 a group works on copies that nobody else gets, and what it made is gathered under its name', async () => {
    await plan(step('ryhmat', 'breakout', { groupSize: 2 }), step('purku', 'plenary-share'));
    const people = [await writer('Anni'), await writer('Bo'), await writer('Ceci'), await writer('Dan')];
    await give({ type: 'goTo', stepId: 'ryhmat' });
    await until('everybody has a group', () => people.every(({ client }) => ownOf(client)?.groupId));
    const groups = people[0]?.client.session.groups ?? [];
    expect(groups.map(({ members }) => members.length)).toEqual([2, 2]);
    const [first, second] = groups;
    const inside = people.find(({ participantId }) => first?.members.includes(participantId));
    const outside = people.find(({ participantId }) => second?.members.includes(participantId));
    const roomOf = (groupId: string) => `${workshop.id}~group~${groupId}`;
    if (!inside || !outside || !first) throw new Error('no groups');
    const own = new WireClient(inside.browser, roomOf(first.id), inside.participantId, { v1: true });
    await own.connect();
    const [copy] = Object.keys(own.elements);
    expect(own.elements[copy ?? '']).toMatchObject({ kind: 'frame', origin: 'frame' });
    own.addSticky('ryhmassa', 'ryhmän ajatus', copy ?? null);
    await until('it is stored', () => own.isSaved);
    const stranger = new WireClient(outside.browser, roomOf(first.id), outside.participantId, { v1: true });
    await expect(stranger.connect()).rejects.toThrow();
    // A facilitator comes in when called, and not before.
    await give({ type: 'visit', groupId: first.id }, owner, 403);
    await give({ type: 'callFacilitator', calls: true }, inside.browser);
    await give({ type: 'visit', groupId: first.id });
    await until('the group knows', () => (ownOf(inside.client)?.visitors.length ?? 0) === 1);
    await give({ type: 'goTo', stepId: 'purku' });
    await until('the work is on the board', () => wordsOn(board).includes('ryhmän ajatus'));
    expect(wordsOn(board)).toContain('Group 1');
    await until('the group document closed', () => own.closes.length > 0);
    expect(board.session.turns).toMatchObject({ groups: true, order: groups.map(({ id }) => id), at: 0 });
  });
});

test('S25 in view of all, too, nobody writes more notes than the step allows', async () => {
  await plan(step('avoin', 'open-writing', { maxNotesPerPerson: 1 }));
  await give({ type: 'goTo', stepId: 'avoin' });
  const [ann, bob] = [await writer('Anni'), await writer('Bo')];
  for (const { client } of [ann, bob]) client.addSticky(`yksi-${client.participantId}`, 'yksi', 'frame');
  await until('each has one', () => ann.client.isSaved && bob.client.isSaved);
  server.ahead += 4_000;
  ann.client.addSticky('liikaa', 'liikaa', 'frame');
  await until('one too many', () => ann.client.refusals.at(-1)?.code === 'notesFull');
  await until('both are there', () => wordsOn(board).length === 3);
});

test('S30 time is added, work rests for everybody, and the last control is taken back', async () => {
  await plan(step('eka', 'open-writing'), step('toka', 'discussion'));
  await give({ type: 'goTo', stepId: 'eka' });
  await give({ type: 'addTime', ms: 60_000 });
  await until('the clock is told', () => board.session.clock !== null);
  const { endsAt = 0, startedAt = 0 } = board.session.clock ?? {};
  expect(endsAt - startedAt).toBe(6 * 60_000);
  const ann = await writer('Anni');
  await give({ type: 'pause', paused: true });
  ann.client.addSticky('kesken', 'kesken', 'frame');
  await until('work rests', () => ann.client.refusals.at(-1)?.code === 'paused');
  await give({ type: 'goTo', stepId: 'toka' });
  await until('the next step', () => board.session.step?.id === 'toka');
  expect(board.session.paused).toBe(false);
  const last = () => (board.told.get('console') as ConsoleMessage).undoable.at(-1);
  await until('the console knows', () => last()?.type === 'goTo');
  await give({ type: 'takeBack', commandId: last()?.commandId });
  await until('the step is back', () => board.session.step?.id === 'eka');
  expect(board.session.paused).toBe(true);
});

test('S31 a session goes on after a restart where it was, with the clock right and answers kept', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'talkoot-session-'));
  const first = await startTestServer({ dataDir });
  const facilitator = await first.owner();
  const made = await newWorkshop(first);
  const tell = (input: object, from: Browser) => command(from, made.id, input);
  const ann = await guest(first, made, 'Anni');
  await tell({ type: 'addSteps', steps: [step('a', 'discussion'), step('b', 'voting')], before: null }, facilitator);
  await tell({ type: 'goTo', stepId: 'a' }, facilitator);
  await tell({ id: 'kierros', type: 'openRound', rules: { ...DOTS, secret: false }, items: ['x'] }, facilitator);
  await tell({ type: 'ballot', roundId: 'kierros', ballot: { marks: { x: 2 } } }, ann.browser);
  await ann.client.connect();
  const { clock } = ann.client.session;
  ann.client.close();
  await first.stop();
  const second = await startTestServer({ dataDir });
  const back = new WireClient(await second.owner(), made.id, made.participant?.id ?? '', { v1: true });
  await back.connect();
  expect(back.session.step?.id).toBe('a');
  expect(back.session.clock).toEqual(clock);
  await command(await second.owner(), made.id, { type: 'closeRound', roundId: 'kierros' });
  await until('the answer counts', () => back.session.rounds[0]?.results?.[0]?.score === 2);
  back.close();
  await second.stop();
  await rm(dataDir, { recursive: true });
});

function ownOf(client: WireClient): OwnMessage | undefined {
  return client.told.get('own') as OwnMessage | undefined;
}

function lateFor(client: WireClient, round: string): string[] {
  return (client.told.get('console') as ConsoleMessage | undefined)?.late[round] ?? [];
}

function clientsOn(client: WireClient): Set<number> {
  return new Set(client.doc.store.clients.keys());
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
