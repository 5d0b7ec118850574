import { createElement, elementsOf, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { type ActivityList, LIMITS, type VersionList, type VersionView, type WorkshopView } from '@talkoot/protocol';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sticky } from '../../sync/gate/testing/bench.ts';
import { until, WireClient } from '../../sync/testing/wire-client.ts';
import { type WorkshopOfTest, workshopOfTest } from '../../sync/testing/workshop-of-test.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop } from '../../testing/test-server.ts';

const own: WorkshopOfTest = workshopOfTest();
let owner: Browser;
beforeEach(async () => {
  owner = await own.server.owner();
});

const path = (id: string, ...more: string[]): string => ['/workshops', id, 'versions', ...more].join('/');

async function versionsOf(id = own.workshop.id, by = owner): Promise<VersionView[]> {
  return (await by.get<VersionList>(path(id))).versions;
}

/** The board of a version, as whoever looks at it builds it. */
async function boardOf(versionId: string): Promise<string[]> {
  const address = `${own.server.base}/api/v1${path(own.workshop.id, versionId)}`;
  const response = await fetch(address, { headers: { cookie: owner.cookieHeader } });
  expect(response.status).toBe(200);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return Object.keys(elementsOf(doc).toJSON()).sort();
}

test('S23 a named version holds the board of its moment, says who made it, and can be renamed and deleted', async () => {
  const client = await own.come('Väinö');
  client.addSticky('eka');
  await until('saved', () => client.isSaved);
  const given = { id: 'save-1', type: 'saveVersion', name: 'Ennen ryhmittelyä' };
  const give = () => owner.post(`/workshops/${own.workshop.id}/commands`, given);
  await Promise.all([give(), give()]);
  await give();
  client.addSticky('toka');
  client.edit('poisto', (doc) => elementsOf(doc).delete('eka'));
  await until('saved', () => client.isSaved);
  await command(owner, own.workshop.id, { type: 'saveVersion', name: null });

  const [before, named, ...others] = await versionsOf();
  expect(others).toEqual([]);
  expect(named).toMatchObject({ name: 'Ennen ryhmittelyä', reason: 'named', elements: 1 });
  expect(named?.by?.name).toBe('Aino Omistaja');
  expect(before).toMatchObject({ name: null, reason: 'restore', elements: 1 });
  expect(await boardOf(named?.id ?? '')).toEqual(['eka']);
  expect(await boardOf(before?.id ?? '')).toEqual(['toka']);

  await owner.delete(path(own.workshop.id, before?.id ?? ''), 409);
  const renamed = await owner.patch<VersionView>(path(own.workshop.id, before?.id ?? ''), { name: ' Välissä ' });
  expect(renamed).toEqual({ ...before, name: 'Välissä' });
  await owner.patch(path(own.workshop.id, before?.id ?? ''), { name: '  ' }, 400);
  await owner.delete(path(own.workshop.id, before?.id ?? ''), 204);
  expect((await versionsOf()).map(({ name }) => name)).toEqual(['Ennen ryhmittelyä']);
  await owner.get(path(own.workshop.id, before?.id ?? ''), 404);
});

test('S23 participants, strangers and facilitators of another workshop neither list, look nor make versions', async () => {
  await command(owner, own.workshop.id, { type: 'saveVersion', name: 'Salaisuus' });
  const [version] = await versionsOf();
  const one = path(own.workshop.id, version?.id ?? '');
  const { browser } = await joinAs(own.server, own.workshop.joinCode, 'Osallistuja');
  await browser.get(path(own.workshop.id), 403);
  await browser.get(one, 403);
  await browser.patch(one, { name: 'Minun' }, 403);
  await browser.delete(one, 403);
  expect(await command(browser, own.workshop.id, { type: 'saveVersion', name: 'x' }, 403)).toMatchObject({
    code: 'not-allowed',
  });
  await own.server.browser().get(one, 401);
  const other = await newWorkshop(own.server);
  await owner.get(path(other.id, version?.id ?? ''), 404);
  expect(await versionsOf(other.id)).toEqual([]);
  expect(await versionsOf()).toHaveLength(1);
});

test('S23 pages follow each other, and named versions have a limit that is told', async () => {
  const { id } = own.workshop;
  const row = (index: number) => ({
    ...{ id: `v-${String(index).padStart(3, '0')}`, createdAt: Math.floor(index / 3), epoch: 'e', seq: 1, elements: 0 },
    ...{ name: `Nimi ${index}`, reason: 'named' as const, participantId: null, state: new Uint8Array([0]) },
  });
  const versions = Array.from({ length: LIMITS.versionsNamed }, (_, index) => row(index));
  await own.server.services.store.documents.commit({ workshopId: id, versions });
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: VersionList = await owner.get(`${path(id)}${next && `?before=${next}`}`);
    seen.push(...page.versions.map((version) => version.id));
    next = page.next;
  }
  expect(seen).toEqual(versions.map((version) => version.id).reverse());

  expect(await command(owner, id, { type: 'saveVersion', name: 'Yksi liikaa' }, 409)).toMatchObject({
    code: 'versions-full',
  });
  await command(owner, id, { type: 'saveVersion', name: null });
  const [unnamed] = await versionsOf();
  expect(unnamed).toMatchObject({ name: null });
  await owner.patch(path(id, unnamed?.id ?? ''), { name: 'Yksi liikaa' }, 409);
  await owner.patch(path(id, 'v-000'), { name: 'Toinen nimi' });
  await owner.delete(path(id, 'v-000'), 204);
  await command(owner, id, { type: 'saveVersion', name: 'Nyt mahtuu' });
});

test('S23 an hour of work is kept once, before the next people go on with what was left, and a restart keeps it', async () => {
  const { server } = own;
  const client = await own.come('Väinö');
  client.addSticky('eka');
  await until('saved', () => client.isSaved);
  // Nothing is kept before the hour is full: the version that comes then holds all of it.
  server.ahead = LIMITS.versionEveryMs - 60_000;
  client.addSticky('toka');
  await until('saved', () => client.isSaved);
  server.ahead = LIMITS.versionEveryMs + 1_000;
  await until('kept', async () => (await versionsOf()).length === 1);
  const [first] = await versionsOf();
  expect(first).toMatchObject({ reason: 'hour', name: null, by: null, elements: 2 });
  expect(await boardOf(first?.id ?? '')).toEqual(['eka', 'toka']);

  // Hours without work bring none, the work after them does, at once.
  server.ahead = 3 * LIMITS.versionEveryMs;
  client.addSticky('kolmas');
  await until('kept', async () => (await versionsOf()).length === 2);
  client.addSticky('viimeinen');
  await until('saved', () => client.isSaved);
  const ahead = server.ahead + 2 * LIMITS.versionEveryMs;

  const again = await own.restart();
  again.ahead = ahead;
  owner = await again.owner();
  expect(await versionsOf()).toHaveLength(2);
  await own.come('Seuraava');
  await until('kept', async () => (await versionsOf()).length === 3);
  const [left] = await versionsOf();
  expect(await boardOf(left?.id ?? '')).toEqual(['eka', 'kolmas', 'toka', 'viimeinen']);
});

test('S24 facilitators hear who changed which element when, coalesced, nobody else, and never of what has no author', async () => {
  const { server } = own;
  const { id } = own.workshop;
  const client = await own.come('Väinö');
  const board = new WireClient(owner, id, (await owner.get<WorkshopView>(`/workshops/${id}`)).participant?.id ?? '');
  await board.connect();
  board.edit('none', (doc) => createElement(doc, sticky('nobody', null), ELEMENT_MODELS));
  client.addSticky('eka');
  for (const word of ['yksi', 'kaksi', 'kolme']) client.type('eka', word);
  await until('seen', () => board.words('eka').length > 10 && client.words('nobody').length > 0);
  board.edit('move', (doc) => setField(doc, 'eka', 'place', { frame: null, x: 5, y: 5 }));
  board.edit('no name', (doc) => setField(doc, 'nobody', 'place', { frame: null, x: 5, y: 5 }));
  await until('saved', () => board.isSaved && client.isSaved);
  server.ahead = 2 * LIMITS.activityEveryMs;
  const heard = async (query = ''): Promise<string[]> =>
    (await owner.get<ActivityList>(`/workshops/${id}/activity${query}`)).entries
      .map(({ element, what, by }) => `${by.name} ${what} ${element}`)
      .sort();
  const all = ['Aino Omistaja moved eka', 'Väinö created eka', 'Väinö words eka'];
  await until('stored', async () => (await heard()).length === 3);
  expect(await heard()).toEqual(all);
  expect(await heard('?element=eka')).toEqual(all);
  expect(await heard('?element=nobody')).toEqual([]);
  client.edit('gone', (doc) => elementsOf(doc).delete('eka'));
  await until('saved', () => client.isSaved);
  // What is on its way when the server stops is stored too.
  await own.restart();
  owner = await own.server.owner();
  expect(await heard()).toEqual([...all, 'Väinö deleted eka'].sort());
  const { browser } = await joinAs(own.server, own.workshop.joinCode, 'Osallistuja');
  await browser.get(`/workshops/${id}/activity`, 403);
});
