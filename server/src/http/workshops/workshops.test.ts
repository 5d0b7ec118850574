import { readElement, elementsOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { Agenda, InvitationView, Me, PeopleView, WorkshopView } from '@talkoot/protocol';
import { BUILTIN_TEMPLATES } from '@talkoot/templates';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { purge } from '../../jobs/purge.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, OWNER, startTestServer, type TestServer } from '../../testing/test-server.ts';

const DAY = 86_400_000;
interface WorkshopList {
  workshops: WorkshopView[];
}

describe('workshops', () => {
  let server: TestServer;
  let owner: Browser;
  beforeAll(async () => {
    server = await startTestServer();
    owner = await server.owner();
  });
  afterAll(() => server.dispose());
  afterEach(() => {
    server.ahead = 0;
  });

  async function colleague(): Promise<Browser> {
    const teamId = (await owner.get<Me>('/me')).teams[0]?.id;
    const { token } = await owner.post<InvitationView>(`/teams/${teamId}/invitations`, {}, 201);
    const browser = server.browser();
    const email = `colleague-${token
      .slice(0, 6)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, 'x')}@example.org`;
    await browser.post(`/invitations/${token}`, { name: 'Kaisa', email, password: 'pitkä salasana' }, 204);
    return browser;
  }

  /** The board as it is stored. */
  async function boardOf(id: string): Promise<Y.Doc> {
    const room = await server.services.store.documents.load(id, id);
    const doc = new Y.Doc();
    if (room.snapshot) Y.applyUpdate(doc, room.snapshot);
    for (const { update } of room.tail) Y.applyUpdate(doc, update);
    return doc;
  }

  test('begin as drafts with a code and the creator as facilitator', async () => {
    const workshop = await owner.post<WorkshopView>('/workshops', { title: '  Kevätpäivä ', language: 'sv' }, 201);
    expect(workshop).toMatchObject({
      title: 'Kevätpäivä',
      language: 'sv',
      state: 'draft',
      deletedAt: null,
      participant: { name: 'Aino Omistaja', role: 'facilitator', status: 'in' },
    });
    expect(workshop.joinCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await owner.get(`/workshops/${workshop.id}`)).toEqual(workshop);
    const doc = await boardOf(workshop.id);
    expect(doc.getMap('meta').toJSON()).toMatchObject({ title: 'Kevätpäivä', language: 'sv' });
    expect(elementsOf(doc).size).toBe(0);
  });

  test("begin from a template with its frames in the workshop's language", async () => {
    const workshop = await owner.post<WorkshopView>(
      '/workshops',
      { title: 'Retro', templateId: 'sailboat', language: 'fi' },
      201,
    );
    const doc = await boardOf(workshop.id);
    const titles = [...elementsOf(doc)].map(([id, map]) => readElement(id, map, ELEMENT_MODELS)?.text);
    expect(titles.sort()).toEqual(['Ankkuri', 'Aurinko', 'Karit', 'Saari', 'Sovitut toimet', 'Tuuli']);
    expect(await owner.post('/workshops', { title: 'x', templateId: 'no-such' }, 404)).toMatchObject({
      code: 'not-found',
    });
  });

  test('begin from every template with all its frames and its agenda', async () => {
    for (const { id: templateId, frames, agenda, durationMinutes } of BUILTIN_TEMPLATES) {
      const { id } = await owner.post<WorkshopView>(
        '/workshops',
        { title: templateId, templateId, language: 'fi' },
        201,
      );
      const doc = await boardOf(id);
      const elements = [...elementsOf(doc)].map(([key, map]) => readElement(key, map, ELEMENT_MODELS));
      expect(elements.map((element) => element?.text).sort(), templateId).toEqual(
        frames.map(({ title }) => title.fi).sort(),
      );
      const plan = await owner.get<Agenda>(`/workshops/${id}/agenda`);
      expect(plan.bookedMinutes, templateId).toBe(durationMinutes || null);
      expect(plan.steps, templateId).toMatchObject(
        agenda.map(({ type, title, minutes, settings }) => ({ type, title, minutes, settings })),
      );
      const titles = new Map(elements.map((element) => [element?.id, element?.text]));
      expect(plan.steps.map((step) => step.frames.map((frame) => titles.get(frame)))).toEqual(
        agenda.map((step) => step.frames.map((frame) => frames.find((one) => one.id === frame)?.title.fi)),
      );
    }
  });

  test('show their plan to facilitators and the team, and to nobody else', async () => {
    const { id, joinCode } = await newWorkshop(server, { templateId: 'sailboat' });
    const path = `/workshops/${id}/agenda`;
    expect((await (await colleague()).get<Agenda>(path)).steps).toHaveLength(9);
    const { browser, joined } = await joinAs(server, joinCode, 'Eero');
    expect(await browser.get(path, 403)).toMatchObject({ code: 'not-allowed' });
    const subject = joined.participant.id;
    await command(owner, id, { type: 'setRole', participantId: subject, role: 'cofacilitator' });
    expect((await browser.get<Agenda>(path)).steps).toHaveLength(9);
    expect(await server.browser().get(path, 401)).toMatchObject({ code: 'sign-in-needed' });
  });

  test('take the language of the browser when none is given', async () => {
    const { json } = await owner.send('POST', '/api/v1/workshops', {
      body: { title: 'x' },
      headers: { 'accept-language': 'en-GB' },
    });
    expect(json.language).toBe('en');
  });

  test('are listed for the team, the latest first', async () => {
    const first = await newWorkshop(server, { title: 'Vanha' });
    server.ahead = 5_000;
    const second = await newWorkshop(server, { title: 'Uusi' });
    const { workshops } = await (await colleague()).get<WorkshopList>('/workshops');
    const ids = workshops.map(({ id }) => id);
    expect(ids.indexOf(second.id)).toBeLessThan(ids.indexOf(first.id));
    expect(workshops.find(({ id }) => id === first.id)).toMatchObject({ participant: null, title: 'Vanha' });
    await server.browser().get('/workshops', 401);
  });

  test('are renamed by those who run them', async () => {
    const workshop = await newWorkshop(server);
    expect(await owner.patch(`/workshops/${workshop.id}`, { title: 'Toinen' })).toMatchObject({ title: 'Toinen' });
    const guest = await joinAs(server, workshop.joinCode, 'Eino');
    expect(await guest.browser.patch(`/workshops/${workshop.id}`, { title: 'Oma' }, 403)).toMatchObject({
      code: 'not-allowed',
    });
    await command(owner, workshop.id, {
      type: 'setRole',
      participantId: guest.joined.participant.id,
      role: 'cofacilitator',
    });
    await guest.browser.patch(`/workshops/${workshop.id}`, { title: 'Yhteinen' });
    await guest.browser.delete(`/workshops/${workshop.id}`, 403);
    await owner.patch(`/workshops/${workshop.id}`, { title: '' }, 400);
  });

  test('show the code to facilitators only', async () => {
    const workshop = await newWorkshop(server);
    const { browser } = await joinAs(server, workshop.joinCode, 'Eino');
    expect(await browser.get(`/workshops/${workshop.id}`)).toMatchObject({
      joinCode: null,
      participant: { name: 'Eino', role: 'participant', status: 'in' },
    });
    expect(await owner.get(`/workshops/${workshop.id}`)).toMatchObject({ joinCode: workshop.joinCode });
  });

  test('do not exist for strangers', async () => {
    const workshop = await newWorkshop(server);
    const other = await newWorkshop(server);
    await server.browser().get(`/workshops/${workshop.id}`, 401);
    const { browser } = await joinAs(server, other.joinCode, 'Eino');
    for (const path of [`/workshops/${workshop.id}`, `/workshops/${workshop.id}/people`, '/workshops/no-such-id']) {
      expect([401, 404]).toContain((await browser.send('GET', `/api/v1${path}`)).status);
    }
    await owner.get('/workshops/no-such-id', 404);
    await owner.get('/workshops/~', 400);
  });

  test('can be brought back for thirty days after they were deleted, and are gone afterwards', async () => {
    const workshop = await newWorkshop(server, { title: 'Poistettava' });
    const { browser } = await joinAs(server, workshop.joinCode, 'Eino');
    await owner.delete(`/workshops/${workshop.id}`);
    await owner.delete(`/workshops/${workshop.id}`);
    await browser.get(`/workshops/${workshop.id}`, 404);
    await server.browser().get(`/join/${workshop.joinCode}`, 404);
    const { workshops } = await owner.get<WorkshopList>('/workshops');
    expect(workshops.find(({ id }) => id === workshop.id)?.deletedAt).toBeGreaterThan(0);
    await owner.patch(`/workshops/${workshop.id}`, { title: 'Ei' }, 404);
    server.ahead = 29 * DAY;
    await purge({ ...server.services, db: server.services.store.db });
    server.ahead = 0;
    // Sessions do not last that long.
    await owner.post('/session', { email: OWNER.email, password: OWNER.password }, 204);
    expect(await owner.patch(`/workshops/${workshop.id}`, { deleted: false })).toMatchObject({
      deletedAt: null,
      title: 'Poistettava',
    });
    await server.browser().get(`/join/${workshop.joinCode}`);

    await owner.delete(`/workshops/${workshop.id}`);
    await server.services.store.db
      .updateTable('workshop')
      .set({ deletedAt: Date.now() - 31 * DAY })
      .where('id', '=', workshop.id)
      .execute();
    await owner.patch(`/workshops/${workshop.id}`, { deleted: false }, 404);
    await purge({ ...server.services, db: server.services.store.db });
    await owner.get(`/workshops/${workshop.id}`, 404);
    expect(await server.services.store.documents.names(workshop.id)).toEqual([]);
  });

  test('are copied with their board and without their people', async () => {
    const workshop = await newWorkshop(server, { templateId: 'customer-profile' });
    await joinAs(server, workshop.joinCode, 'Eino');
    const copy = await owner.post<WorkshopView>(`/workshops/${workshop.id}/duplicate`, undefined, 201);
    expect(copy).toMatchObject({ title: workshop.title, state: 'draft', participant: { role: 'facilitator' } });
    expect(copy.id).not.toBe(workshop.id);
    expect(copy.joinCode).not.toBe(workshop.joinCode);
    const [before, after] = [await boardOf(workshop.id), await boardOf(copy.id)];
    expect(elementsOf(after).size).toBe(elementsOf(before).size);
    expect([...elementsOf(after).keys()].some((id) => elementsOf(before).has(id))).toBe(false);
    expect((await owner.get<PeopleView>(`/workshops/${copy.id}/people`)).people).toHaveLength(1);
  });

  test('are entered by other members of the team as facilitators', async () => {
    const workshop = await newWorkshop(server);
    const kaisa = await colleague();
    expect(await kaisa.get(`/workshops/${workshop.id}`)).toMatchObject({
      participant: null,
      joinCode: workshop.joinCode,
    });
    const { people } = await kaisa.get<PeopleView>(`/workshops/${workshop.id}/people`);
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Aino Omistaja', 'facilitator'],
      ['Kaisa', 'facilitator'],
    ]);
    expect(await kaisa.get(`/workshops/${workshop.id}`)).toMatchObject({
      participant: { role: 'facilitator', status: 'in' },
    });
    expect(new Set(people.map(({ colour }) => colour)).size).toBe(2);
  });

  test('show who waits to those who may let in', async () => {
    const workshop = await newWorkshop(server, { draft: true });
    const host = await joinAs(server, workshop.joinCode, 'Isäntä');
    await command(owner, workshop.id, { type: 'admit', participantId: host.joined.participant.id });
    await joinAs(server, workshop.joinCode, 'Odottaja');
    const lobbyFor = async (browser: Browser): Promise<string[]> =>
      (await browser.get<PeopleView>(`/workshops/${workshop.id}/people`)).lobby.map(({ name }) => name);
    expect(await lobbyFor(owner)).toEqual(['Odottaja']);
    expect(await lobbyFor(host.browser)).toEqual([]);
    await command(owner, workshop.id, { type: 'setRole', participantId: host.joined.participant.id, role: 'roomHost' });
    expect(await lobbyFor(host.browser)).toEqual(['Odottaja']);
  });
});
