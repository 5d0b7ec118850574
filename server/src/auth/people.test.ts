import type { Me, PeopleView } from '@talkoot/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GUEST_DAYS } from './guests.ts';
import { joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { newParticipant } from './people.ts';

describe('people of workshops', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.owner();
  });
  afterAll(() => server.dispose());
  afterEach(() => {
    server.ahead = 0;
  });

  /** An account outside or inside the owner's team. */
  async function account(name: string, inTeam: boolean) {
    const email = `${name.toLowerCase()}@example.org`;
    const password = 'pitkä salasana';
    const { value } = await server.services.accounts.signUp({ name, email, password });
    const teamId = (await (await server.owner()).get<Me>('/me')).teams[0]?.id ?? '';
    if (inTeam) {
      const member = { teamId, accountId: value.id, owner: 0, createdAt: 1 };
      await server.services.store.db.insertInto('member').values(member).execute();
    }
    const browser = server.browser();
    await browser.post('/session', { email, password }, 204);
    return browser;
  }

  test('somebody who enters in several tabs at once is one person', async () => {
    const workshop = await newWorkshop(server);
    const kaisa = await account('Kaisa', true);
    await Promise.all(Array.from({ length: 8 }, () => kaisa.get(`/workshops/${workshop.id}/people`)));
    const { people } = await kaisa.get<PeopleView>(`/workshops/${workshop.id}/people`);
    expect(people.map(({ name }) => name)).toEqual(['Aino Omistaja', 'Kaisa']);
  });

  test('an account of no team joins by code as a participant, without a guest cookie, and is known everywhere', async () => {
    const workshop = await newWorkshop(server);
    const eino = await account('Eino', false);
    await eino.get(`/workshops/${workshop.id}`, 404);
    const joined = await eino.post('/join', { code: workshop.joinCode, name: 'Eino K.' });
    expect(joined).toMatchObject({ participant: { name: 'Eino K.', role: 'participant', status: 'in' } });
    expect([...eino.cookies.keys()]).toEqual(['talkoot_session']);
    const elsewhere = server.browser();
    await elsewhere.post('/session', { email: 'eino@example.org', password: 'pitkä salasana' }, 204);
    expect(await elsewhere.get(`/workshops/${workshop.id}`)).toMatchObject({ participant: { name: 'Eino K.' } });
    expect(await elsewhere.get('/workshops')).toEqual({ workshops: [] });
    await elsewhere.post('/workshops', { title: 'x' }, 403);
  });

  test('a guest who signs in as a member of the team is the facilitator, not the guest', async () => {
    const workshop = await newWorkshop(server);
    const helmi = await account('Helmi', true);
    const guest = await joinAs(server, workshop.joinCode, 'Vieras');
    for (const [name, value] of helmi.cookies) guest.browser.cookies.set(name, value);
    expect(await guest.browser.get(`/workshops/${workshop.id}`)).toMatchObject({ participant: null });
    expect(await guest.browser.post('/join', { code: workshop.joinCode, name: 'x' })).toMatchObject({
      participant: { name: 'Helmi', role: 'facilitator' },
    });
  });

  test('a guest is forgotten after thirty days', async () => {
    const workshop = await newWorkshop(server);
    const { browser } = await joinAs(server, workshop.joinCode, 'Vieras');
    server.ahead = GUEST_DAYS * 86_400_000 - 60_000;
    await browser.get(`/workshops/${workshop.id}`);
    server.ahead += 120_000;
    await browser.get(`/workshops/${workshop.id}`, 401);
  });

  test('colours go round', () => {
    const person = { name: 'x', role: 'participant', status: 'in', accountId: null } as const;
    const colours = Array.from({ length: 10 }, (_, index) => newParticipant('w', person, { index, now: 1 }).colour);
    expect(new Set(colours).size).toBe(10);
    expect(newParticipant('w', person, { index: 10, now: 1 }).colour).toBe(colours[0]);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});
