import {
  CLOSE,
  type DisplayEntry,
  type DisplayLink,
  type DisplayView,
  type JoinResult,
  type PeopleView,
} from '@talkoot/protocol';
import { beforeEach, expect, test } from 'vitest';
import { until, WireClient } from '../../sync/testing/wire-client.ts';
import { type WorkshopOfTest, workshopOfTest } from '../../sync/testing/workshop-of-test.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs } from '../../testing/test-server.ts';

const own: WorkshopOfTest = workshopOfTest();
let owner: Browser;
beforeEach(async () => {
  owner = await own.server.owner();
});

const path = (...more: string[]): string => ['/workshops', own.workshop.id, 'displays', ...more].join('/');

function secretOf({ url }: DisplayLink): string {
  return new URLSearchParams(new URL(url).hash.slice(1)).get('key') ?? '';
}

const newDisplay = (name?: string, by = owner): Promise<DisplayLink> => by.post<DisplayLink>(path(), { name }, 201);

function enter(secret: string, browser: Browser, status = 200): Promise<DisplayEntry> {
  return browser.post<DisplayEntry>('/displays/enter', { secret }, status);
}

async function displays(): Promise<DisplayView[]> {
  return (await owner.get<{ displays: DisplayView[] }>(path())).displays;
}

/** A browser on a wall, with its line. */
async function screen(link: DisplayLink): Promise<{ browser: Browser; client: WireClient; entry: DisplayEntry }> {
  const browser = own.server.browser({ ip: '10.9.0.1' });
  const entry = await enter(secretOf(link), browser);
  const client = new WireClient(browser, own.workshop.id, link.id, { v1: true });
  client.received = [];
  client.use(entry.ticket);
  await client.connect();
  return { browser, client, entry };
}

test('S35 a link opens a screen that shows the board and the code; its secret is kept as a hash and stands after #', async () => {
  const link = await newDisplay(' Sali B ');
  expect(link.url).toMatch(new RegExp(`/display/${own.workshop.id}#key=[A-Za-z0-9_-]{32}$`));
  const rows = await own.server.services.store.db.selectFrom('guestSession').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(secretOf(link));
  const writer = await own.come('Väinö');
  writer.addSticky('eka');
  await until('saved', () => writer.isSaved);

  const { client, entry, browser } = await screen(link);
  expect(entry).toMatchObject({
    expectedPeople: 10,
    workshop: { joinCode: own.workshop.joinCode, participant: { id: link.id, role: 'display', name: 'Sali B' } },
  });
  expect(client.hello).toMatchObject({ role: 'display' });
  expect(Object.keys(client.elements)).toEqual(['eka']);
  expect(await displays()).toMatchObject([{ id: link.id, name: 'Sali B', online: true }]);
  // Its cookie is for the images of the board; who is known here already stays who they are.
  await browser.get(`/workshops/${own.workshop.id}/blobs/${'0'.repeat(64)}`, 404);
  const { browser: guest } = await joinAs(own.server, own.workshop.joinCode, 'Aada');
  await enter(secretOf(link), guest);
  expect(await guest.get(`/workshops/${own.workshop.id}`)).toMatchObject({ participant: { name: 'Aada' } });
});

test('S35 a screen is nobody: no list, no count, no turn, no round, no group, no role', async () => {
  const link = await newDisplay();
  const { client, browser } = await screen(link);
  const writer = await own.come('Väinö');
  const { people } = await owner.get<PeopleView>(`/workshops/${own.workshop.id}/people`);
  expect(people.map(({ role }) => role).sort()).toEqual(['facilitator', 'participant']);
  const words = { fi: '', sv: '', en: '' };
  const step = (id: string, type: string) => ({
    ...{ id, type, phase: 'divergence', title: words, prompt: words, cue: '', minutes: 5, optional: false },
    ...{ skipped: false, autoAdvance: false, frames: [], settings: {} },
  });
  const give = (input: object, status = 200) => command(owner, own.workshop.id, input, status);
  await give({ type: 'addSteps', steps: [step('kierros', 'round-robin'), step('arvio', 'feedback')], before: null });
  await give({ type: 'goTo', stepId: 'kierros' });
  await until('turns', () => writer.session.turns !== null);
  expect(writer.session.turns?.order).toEqual([writer.participantId]);
  await give({ type: 'goTo', stepId: 'arvio' });
  await until('a round', () => writer.session.rounds.length === 1);
  expect(writer.session.rounds[0]?.entitled).toBe(1);
  const roundId = writer.session.rounds[0]?.id ?? '';
  await give({ type: 'letVote', roundId, participantId: link.id }, 404);
  await give({ type: 'tell', participantId: link.id, text: 'Hei' }, 404);
  await give({ type: 'setRole', participantId: link.id, role: 'participant' }, 404);
  await give({ type: 'formGroups', by: 'random', size: 2, visits: 'never', frames: [] });
  await until('groups', () => writer.session.groups.length === 1);
  const groupId = writer.session.groups[0]?.id ?? '';
  expect(writer.session.groups[0]?.members).toEqual([writer.participantId]);
  await give({ type: 'moveToGroup', participantId: link.id, groupId }, 404);
  expect([...client.told.keys()]).toEqual(['people']);
  expect(client.told.get('people')).toMatchObject({ lobby: [] });
  // Whoever joins in the same browser is a person of their own.
  const { joinCode } = own.workshop;
  expect(await browser.get(`/join/${joinCode}`)).toMatchObject({ known: null });
  const joined = await browser.post<JoinResult>('/join', { code: joinCode, name: 'Aada' });
  expect(joined.participant).toMatchObject({ name: 'Aada', role: 'participant' });
});

test('S35 a screen opens the board alone, and writes, comments and commands nothing', async () => {
  const link = await newDisplay();
  const { client, browser, entry } = await screen(link);
  const id = own.workshop.id;
  for (const scope of ['~mine', '~backstage', '~group~ryhma-1']) {
    await browser.post(`/workshops/${id}/ticket`, { room: id + scope }, 403);
    const headers = { cookie: browser.cookieHeader, origin: own.server.base };
    const other = new WireClient(browser, id + scope, link.id, { v1: true, headers });
    await expect(other.connect()).rejects.toThrow(/closed with 44/);
    // The ticket is for the one room that it names.
    const thief = new WireClient(browser, id + scope, link.id);
    thief.use(entry.ticket);
    await expect(thief.connect()).rejects.toThrow(`closed with ${CLOSE.unauthorized}`);
  }
  const commands = [
    { type: 'comment', elementId: 'eka', words: 'Hei', mentions: [] },
    { type: 'hand', up: true },
    { type: 'turn', to: 'next' },
    { type: 'ballot', roundId: 'kierros', ballot: { marks: {} } },
    { type: 'handIn', texts: ['hei'] },
    { type: 'askTime' },
    { type: 'callFacilitator', calls: true },
    { type: 'goTo', stepId: null },
    { type: 'renewCode' },
  ];
  for (const one of commands) await command(browser, id, one, 403);
  for (const rest of ['people', 'versions', 'activity', 'agenda', 'displays'])
    await browser.get(`/workshops/${id}/${rest}`, 403);
  await browser.post(path(), {}, 403);

  client.addSticky('kirjoitus');
  await until('refused', () => client.refusals.length > 0);
  expect(client.refusals[0]).toMatchObject({ code: 'readOnly' });
  const writer = await own.come('Väinö');
  expect(writer.elements).toEqual({});
});

test('S35 screens are made by who leads or hosts a room, end one by one, and all with the code', async () => {
  const host = await joinAs(own.server, own.workshop.joinCode, 'Huonevastaava');
  await host.browser.post(path(), {}, 403);
  await command(owner, own.workshop.id, {
    type: 'setRole',
    participantId: host.joined.participant.id,
    role: 'roomHost',
  });
  const [first, second] = [await newDisplay('Sali A'), await newDisplay('Sali B', host.browser)];
  const [a, b] = [await screen(first), await screen(second)];
  await host.browser.delete(path(second.id));
  await until('the second is cut', () => b.client.closes.includes(CLOSE.removed));
  expect(await enter(secretOf(second), own.server.browser(), 404)).toMatchObject({ code: 'display-unknown' });
  expect(await displays()).toMatchObject([{ name: 'Sali A', online: true }]);
  expect(a.client.isOpen).toBe(true);

  await command(owner, own.workshop.id, { type: 'renewCode' });
  await until('the first is cut', () => a.client.closes.includes(CLOSE.removed));
  expect(await enter(secretOf(first), own.server.browser(), 404)).toMatchObject({ code: 'display-unknown' });
  expect(await displays()).toEqual([]);
  expect(await enter('arvaus', own.server.browser(), 404)).toMatchObject({ code: 'display-unknown' });
  // A ticket rests on the link.
  const again = new WireClient(b.browser, own.workshop.id, second.id);
  again.use(b.entry.ticket);
  await expect(again.connect()).rejects.toThrow(/closed with 440/);
});
