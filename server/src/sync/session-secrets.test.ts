import { createElement, elementsOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { AgendaStep, Role, RoundRules } from '@talkoot/protocol';
import { Random, reportProof } from '@talkoot/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { Eavesdropper } from './testing/eavesdropper.ts';
import { sticky } from './gate/testing/bench.ts';
import { until, WireClient } from './testing/wire-client.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);

let server: TestServer;
let owner: Browser;
let workshop: Awaited<ReturnType<typeof newWorkshop>>;
const random = new Random(SEED);

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
  workshop = await newWorkshop(server);
});
afterAll(() => server.dispose());

type Listener = Eavesdropper & { id: string };

/** Words nobody else can have written by chance, and that no other secret holds. */
function secret(what: string): string {
  return `${what}-${random.id(16)}`;
}

async function somebody(name: string, role?: Exclude<Role, 'display'>): Promise<Listener> {
  const { browser, joined } = await joinAs(server, workshop.joinCode, name);
  const { id } = joined.participant;
  if (role) await give({ type: 'setRole', participantId: id, role });
  return Object.assign(new Eavesdropper(name, browser), { id });
}

function give(input: object, browser = owner): Promise<Record<string, unknown>> {
  return command(browser, workshop.id, input);
}

const NO_WORDS = { fi: '', sv: '', en: '' };

function step(id: string, type: string, cue: string, settings: AgendaStep['settings'] = {}): AgendaStep {
  return {
    ...{ id, type, phase: 'divergence', title: { ...NO_WORDS, fi: id }, prompt: NO_WORDS, cue, minutes: 5 },
    ...{ optional: false, skipped: false, autoAdvance: false, frames: ['frame'], settings },
  };
}

function serverTime(): number {
  return Date.now() + server.ahead;
}

/** Everything that HTTP tells to whoever asks. */
async function askAll(listener: Eavesdropper): Promise<void> {
  const parts = [
    '',
    '/people',
    '/agenda',
    '/versions',
    '/activity',
    '/documents',
    '/export',
    '/commands',
    '/thumbnail',
  ];
  for (const part of parts) await listener.ask(`/api/v1/workshops/${workshop.id}${part}`);
  for (const path of ['/api/v1/me', '/api/v1/workshops', '/metrics', '/healthz', '/readyz']) await listener.ask(path);
}

const FORM: RoundRules = {
  ...{ method: 'form', question: '', each: 1, perItem: 1, scale: 5, secret: true, live: false, least: 0 },
  axes: { x: ['', ''], y: ['', ''] },
};

test('S36 nothing of private writing, votes, groups, cues or words to one person reaches anybody else', async () => {
  const cue = secret('vihje');
  const boardOwner = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await boardOwner.connect();
  boardOwner.edit('frame', (doc) =>
    createElement(
      doc,
      {
        ...{ id: 'frame', kind: 'frame', order: 'a0', author: null, text: 'Opit', fields: { look: 'panel' } },
        ...{ place: { frame: null, x: 0, y: 0 }, size: { width: 900, height: 900 } },
      },
      ELEMENT_MODELS,
    ),
  );
  const writer = await somebody('Kirjoittaja');
  const mate = await somebody('Ryhmäkaveri');
  const listeners = [
    await somebody('Osallistuja'),
    await somebody('Toinen'),
    await somebody('Katsoja', 'observer'),
    await somebody('Huonevastaava', 'roomHost'),
  ];
  const leader = await somebody('Toinen vetäjä', 'cofacilitator');
  const everybody = [...listeners, leader];
  for (const one of [...everybody, writer, mate]) {
    await one.listen(workshop.id, one.id);
    await one.listen(`${workshop.id}~mine`, one.id);
  }
  const operator = new Eavesdropper('loki', server.browser());
  const hits: string[] = [];
  const check = async (what: string, words: readonly string[], who: readonly Eavesdropper[]): Promise<void> => {
    for (const one of who) await askAll(one);
    await operator.ask('/metrics');
    operator.answers.push(server.logged());
    for (const one of [...who, operator]) {
      for (const said of words) if (one.heard(said)) hits.push(`${what}: ${one.name} heard ${said}`);
    }
  };

  // Private writing: words and ids, also of a note taken back.
  await give({
    type: 'addSteps',
    steps: [
      step('kirjoita', 'private-writing', cue),
      step('ryhmat', 'breakout', cue, { groupSize: 2, pairing: 'random' }),
      step('parit', 'one-two-four-all', cue),
    ],
    before: null,
  });
  await give({ type: 'goTo', stepId: 'kirjoita' });
  const [mine] = [new WireClient(writer.browser, `${workshop.id}~mine`, writer.id, { v1: true })];
  await mine.connect();
  const notes = Array.from({ length: 10 }, () => secret('lappu'));
  const [taken = '', ...kept] = notes;
  for (const words of notes) mine.addSticky(`${words}-id`, words, 'frame');
  mine.edit('taken', (doc) => elementsOf(doc).delete(`${taken}-id`));
  await until('private notes are stored', () => mine.isSaved);
  // Where somebody writes is told of the board alone.
  const [telling] = writer.clients;
  telling?.say({ editing: `${kept[0]}-id`, selection: [`${kept[1]}-id`, 'frame'], cursor: { x: 1, y: 2 } });
  await until('presence is heard', () => listeners.some((one) => one.heard('"selection":["frame"]')));
  server.ahead += 6_000;
  await check('private notes', notes, [...everybody, mate]);

  // Words to one person.
  const told = secret('viesti');
  await give({ type: 'tell', participantId: writer.id, text: told });
  await until('it is told', () => writer.heard(told));
  await check('words to one', [told], [...everybody, mate]);

  // The reveal: all that was kept, nothing that was taken back.
  await give({ type: 'reveal', frames: null, authors: null });
  server.ahead += 3_000;
  await until('everybody reads them', () => everybody.every((one) => kept.every((words) => one.heard(words))));
  await check('taken back', [taken], [...everybody, mate]);

  // A secret round: what was said, and who said it, before the close; afterwards the words alone.
  await give({ id: 'palaute', type: 'openRound', rules: FORM, items: [] });
  const answer = secret('vastaus');
  await give({ type: 'ballot', roundId: 'palaute', ballot: { marks: { self: 4 }, words: answer } }, writer.browser);
  await until('own answer is told', () => writer.heard(answer));
  await check('ballots', [answer], [...everybody, mate]);
  await give({ type: 'closeRound', roundId: 'palaute' });
  await until('the words are out', () => listeners.every((one) => one.heard(answer)));

  // Groups: what one writes the others never hear, facilitators who were not called included.
  await give({ type: 'goTo', stepId: 'ryhmat' });
  const groupOf = (id: string) => boardOwner.session.groups.find(({ members }) => members.includes(id));
  await until('groups are formed', () => groupOf(writer.id) !== undefined);
  const group = groupOf(writer.id);
  const own = new WireClient(writer.browser, `${workshop.id}~group~${group?.id}`, writer.id, { v1: true });
  await own.connect();
  const groupWords = secret('ryhma');
  own.addSticky(`${groupWords}-id`, groupWords);
  await until('the group has it', () => own.isSaved);
  const outside = [...everybody, mate].filter(({ id }) => !group?.members.includes(id));
  for (const one of outside) {
    const path = `/workshops/${workshop.id}/ticket`;
    await one.browser.post(path, { room: `${workshop.id}~group~${group?.id}` }, 403);
  }
  await check('groups', [groupWords], outside);

  // What is written alone goes to one's pair, and to nobody else; which note a group chose the group alone knows.
  await give({ type: 'goTo', stepId: 'parit' });
  await until('everybody is alone', () => boardOwner.session.stage?.name === 'alone');
  const alone = secret('yksin');
  mine.close();
  const again = new WireClient(writer.browser, `${workshop.id}~mine`, writer.id, { v1: true });
  await again.connect();
  again.edit('alone', (doc) =>
    createElement(
      doc,
      // In the same frame as the notes before: what is younger than the stage is of it.
      {
        ...sticky(`${alone}-id`, writer.id),
        text: alone,
        place: { frame: 'frame', x: 0, y: 0 },
        createdAt: serverTime(),
      },
      ELEMENT_MODELS,
    ),
  );
  await until('it is stored', () => again.isSaved);
  await check('alone', [alone], [...everybody, mate]);
  await give({ type: 'nextStage', at: 1 });
  await until('pairs are formed', () => groupOf(writer.id) !== undefined);
  const pair = groupOf(writer.id);
  const paired = new WireClient(writer.browser, `${workshop.id}~group~${pair?.id}`, writer.id, { v1: true });
  await paired.connect();
  expect(Object.keys(paired.elements).map((id) => paired.words(id))).toContain(alone);
  const choice = Object.keys(paired.elements).find((id) => paired.words(id) === alone) ?? '';
  await give({ type: 'chooseNote', elementId: choice }, writer.browser);
  const strangers = [...everybody, mate].filter(({ id }) => !pair?.members.includes(id));
  await check('pairs', [alone, choice], strangers);

  // Cues are for those who lead.
  await check('cues', [cue], [...listeners, mate, writer]);
  expect(hits, `seed ${SEED}`).toEqual([]);

  // The ears work.
  await until('who leads has the cue', () => leader.heard(cue));
  const bytes = everybody.reduce((sum, one) => sum + one.bytes, 0);
  reportProof('session secrets', { seed: SEED, bytes, listeners: everybody.length + 1, hits: hits.length });
  for (const client of [
    again,
    paired,
    own,
    boardOwner,
    ...[...everybody, writer, mate].flatMap(({ clients }) => clients),
  ])
    client.close();
});
