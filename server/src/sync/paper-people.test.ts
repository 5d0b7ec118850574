import { createElement, elementsOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { type CommandResult, type PeopleView, PersonView } from '@talkoot/protocol';
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

/** A workshop with a frame, a room host, a participant, and somebody without a device. */
async function room() {
  const workshop = await newWorkshop(server);
  const board = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await board.connect();
  board.edit('frame', (doc) =>
    createElement(
      doc,
      {
        ...{ id: 'frame', kind: 'frame', order: 'a0', author: null, text: 'Opit', fields: { look: 'panel' } },
        ...{ place: { frame: null, x: 0, y: 0 }, size: { width: 900, height: 900 } },
      },
      ELEMENT_MODELS,
    ),
  );
  await until('the frame is stored', () => board.isSaved);
  const host = await guest(server, workshop, 'Hosti');
  const ann = await guest(server, workshop, 'Anni');
  await Promise.all([host.client.connect(), ann.client.connect()]);
  const give = (by: Browser, input: object, status = 200): Promise<Record<string, unknown>> =>
    command(by, workshop.id, input, status);
  await give(owner, { type: 'setRole', participantId: host.participantId, role: 'roomHost' });
  const paper = PersonView.parse(await host.browser.post(`/workshops/${workshop.id}/people`, { name: 'Pöytä 2' }, 201));
  return { workshop, board, host, ann, paper, give };
}

test('S39 a room host writes for who has no device: hidden until the reveal, then under that person’s name', async () => {
  const { workshop, board, host, ann, paper, give } = await room();
  const steps = [step('kirjoita', 'private-writing', ['frame']), step('paljasta', 'reveal', ['frame'])];
  await give(owner, { type: 'addSteps', steps, before: null });
  await give(owner, { type: 'goTo', stepId: 'kirjoita' });
  const note = (words: string, by = host.browser, status = 200): Promise<Record<string, unknown>> =>
    give(by, { type: 'noteFor', participantId: paper.id, frame: 'frame', words }, status);
  await note('paperille kirjoitettu');
  const wrong = (await note('väärin luettu')) as CommandResult;
  await give(host.browser, { type: 'dropNoteFor', participantId: paper.id, elementId: wrong.elementId });
  await give(host.browser, { type: 'dropNoteFor', participantId: paper.id, elementId: 'frame' }, 404);
  await note('anni ei saa', ann.browser, 403);
  expect(Object.keys(board.elements)).toEqual(['frame']);
  await give(owner, { type: 'reveal', frames: null, authors: null });
  server.ahead += 2_500;
  await until('the note is on the board', () => Object.keys(ann.client.elements).length === 2);
  const [id = ''] = [...elementsOf(ann.client.doc).keys()].filter((key) => key !== 'frame');
  expect(ann.client.words(id)).toBe('paperille kirjoitettu');
  expect(ann.client.elements[id]).toMatchObject({ author: paper.id, place: { frame: 'frame' } });

  // In view of all it goes right to the board; the plan of who is there knows them.
  await give(owner, { type: 'goTo', stepId: null });
  await note('seinältä');
  await until('it is on the board', () => Object.keys(ann.client.elements).length === 3);
  const { people } = (await owner.get(`/workshops/${workshop.id}/people`)) as PeopleView;
  expect(people.find(({ id: one }) => one === paper.id)).toMatchObject({ name: 'Pöytä 2', mode: 'paper' });
});

test('S39 who has no device has one ballot, and the rules of the round hold for it', async () => {
  const { board, host, ann, paper, give } = await room();
  const axes = { x: ['', ''], y: ['', ''] };
  const rules = {
    method: 'dots',
    question: '',
    each: 2,
    perItem: 2,
    scale: 5,
    axes,
    secret: true,
    live: false,
    least: 0,
  };
  await give(owner, { type: 'openRound', rules, items: ['frame'] });
  await until('the round is open', () => board.session.rounds.length === 1);
  expect(board.session.rounds[0]).toMatchObject({ entitled: 3 });
  const roundId = board.session.rounds[0]?.id;
  const vote = (by: Browser, dots: number, status = 200): Promise<unknown> =>
    give(by, { type: 'ballot', roundId, participantId: paper.id, ballot: { marks: { frame: dots } } }, status);
  await vote(host.browser, 1);
  await vote(host.browser, 2);
  await vote(host.browser, 3, 400);
  await vote(ann.browser, 1, 403);
  await give(owner, { type: 'closeRound', roundId });
  await until('the result is there', () => board.session.rounds[0]?.results !== null);
  expect(board.session.rounds[0]).toMatchObject({ answered: 1, results: [{ item: 'frame', score: 2 }] });
});

test('people are added only by those who look after a room, under a name, and described there', async () => {
  const { workshop, host, ann, give } = await room();
  const add = (by: Browser, name: string, status: number): Promise<unknown> =>
    by.post(`/workshops/${workshop.id}/people`, { name }, status);
  await add(ann.browser, 'Pöytä 3', 403);
  await add(owner, ' ', 400);
  await add(server.browser(), 'Pöytä 3', 401);
  await give(ann.browser, { type: 'describe', participantId: ann.participantId, mode: 'remote', tag: 'Kela' });
  await give(ann.browser, { type: 'describe', participantId: host.participantId, mode: 'room', tag: '' }, 403);
  const { people } = (await owner.get(`/workshops/${workshop.id}/people`)) as PeopleView;
  expect(people.find(({ name }) => name === 'Anni')).toMatchObject({ mode: 'remote', tag: 'Kela' });
  await give(owner, { type: 'close', now: true });
  await add(owner, 'Pöytä 4', 409);
});
