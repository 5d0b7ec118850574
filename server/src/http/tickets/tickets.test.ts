import { once } from 'node:events';
import { CLOSE, type TicketView } from '@talkoot/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hashToken } from '../../ids.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, OWNER, startTestServer, type TestServer } from '../../testing/test-server.ts';

/** How a socket fared: `open`, an HTTP status, or the code it was closed with. */
type Fate = 'open' | number;

describe('who may open a socket', () => {
  let server: TestServer;
  let owner: Browser;
  const sockets: WebSocket[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    owner = await server.owner();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate();
    server.ahead = 0;
  });
  afterAll(() => server.dispose());

  /** Opens a socket and waits until the server has said something: document bytes, a close or a refusal. */
  async function connect(
    room: string,
    { ticket, headers = {} }: { ticket?: string; headers?: Record<string, string> },
  ): Promise<Fate> {
    const query = ticket === undefined ? '' : `?ticket=${ticket}`;
    const socket = new WebSocket(`${server.base.replace('http', 'ws')}/sync/${room}${query}`, { headers });
    sockets.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('message', () => resolve('open'));
      socket.once('close', (code) => resolve(code));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('error', reject);
    });
  }

  const asBrowser = (browser: Browser, origin = server.base): Record<string, string> => ({
    cookie: browser.cookieHeader,
    origin,
  });

  async function guest(): Promise<{ id: string; browser: Browser; participantId: string }> {
    const workshop = await newWorkshop(server);
    const { browser, joined } = await joinAs(server, workshop.joinCode, 'Eino');
    return { id: workshop.id, browser, participantId: joined.participant.id };
  }

  test('a guest and an account, by cookie from our own page', async () => {
    const { id, browser } = await guest();
    expect(await connect(id, { headers: asBrowser(browser) })).toBe('open');
    expect(await connect(id, { headers: asBrowser(owner) })).toBe('open');
    expect(await connect(`${id}~mine`, { headers: asBrowser(browser) })).toBe('open');
    expect(await connect(`${id}~backstage`, { headers: asBrowser(owner) })).toBe('open');
    expect(await connect(`${id}~backstage`, { headers: asBrowser(browser) })).toBe(CLOSE.removed);
  });

  test("nobody from another page, without an origin, without a cookie or with another workshop's", async () => {
    const { id, browser } = await guest();
    const stranger = await guest();
    expect(await connect(id, { headers: asBrowser(browser, 'http://evil.example') })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { headers: { cookie: browser.cookieHeader } })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { headers: { origin: server.base } })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { headers: asBrowser(stranger.browser) })).toBe(CLOSE.unauthorized);
  });

  test('whoever has a ticket, again and again, in its room only', async () => {
    const { id, browser } = await guest();
    const { ticket, clientId, expiresAt } = await browser.post<TicketView>(`/workshops/${id}/ticket`, {});
    expect(clientId).toBeGreaterThan(0);
    expect(expiresAt).toBeGreaterThan(Date.now() + 50_000);
    expect(await connect(id, { ticket })).toBe('open');
    expect(await connect(id, { ticket })).toBe('open');
    expect(await connect(`${id}~mine`, { ticket })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { ticket: `${ticket}x` })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { ticket, headers: { origin: 'http://evil.example' } })).toBe(CLOSE.unauthorized);
    const mine = await browser.post<TicketView>(`/workshops/${id}/ticket`, { room: `${id}~mine` });
    expect(await connect(`${id}~mine`, { ticket: mine.ticket })).toBe('open');
  });

  test('not with a ticket first used too late; one used in time stays good', async () => {
    const { id, browser } = await guest();
    const late = await browser.post<TicketView>(`/workshops/${id}/ticket`, {});
    const used = await browser.post<TicketView>(`/workshops/${id}/ticket`, {});
    expect(await connect(id, { ticket: used.ticket })).toBe('open');
    server.ahead = 61_000;
    expect(await connect(id, { ticket: late.ticket })).toBe(CLOSE.unauthorized);
    expect(await connect(id, { ticket: used.ticket })).toBe('open');
  });

  test('not with the ticket of a session that was ended', async () => {
    const workshop = await newWorkshop(server);
    const browser = server.browser();
    await browser.post('/session', { email: OWNER.email, password: OWNER.password }, 204);
    const { ticket } = await browser.post<TicketView>(`/workshops/${workshop.id}/ticket`, {});
    expect(await connect(workshop.id, { ticket })).toBe('open');
    await browser.delete('/session');
    expect(await connect(workshop.id, { ticket })).toBe(CLOSE.unauthorized);
  });

  test('not once removed, nor in a workshop that is deleted or never was', async () => {
    const { id, browser, participantId } = await guest();
    const { ticket } = await browser.post<TicketView>(`/workshops/${id}/ticket`, {});
    const socket = new WebSocket(`${server.base.replace('http', 'ws')}/sync/${id}?ticket=${ticket}`);
    sockets.push(socket);
    await once(socket, 'message');
    const closed = once(socket, 'close');
    await command(owner, id, { type: 'remove', participantId });
    expect((await closed)[0]).toBe(CLOSE.removed);
    expect(await connect(id, { ticket })).toBe(CLOSE.removed);
    expect(await connect(id, { headers: asBrowser(browser) })).toBe(CLOSE.removed);
    await owner.delete(`/workshops/${id}`);
    expect(await connect(id, { headers: asBrowser(owner) })).toBe(CLOSE.gone);
    expect(await connect('no-such-room', { headers: asBrowser(owner) })).toBe(CLOSE.gone);
  });

  test('tickets are for the rooms one may open', async () => {
    const { id, browser } = await guest();
    await browser.post(`/workshops/${id}/ticket`, { room: `${id}~backstage` }, 403);
    await browser.post(`/workshops/${id}/ticket`, { room: `${id}~group~g1` }, 403);
    await browser.post(`/workshops/${id}/ticket`, { room: 'another-one' }, 404);
    await browser.post(`/workshops/${id}/ticket`, { room: '???' }, 404);
    await owner.post<TicketView>(`/workshops/${id}/ticket`, { room: `${id}~backstage` });
    await server.browser().post(`/workshops/${id}/ticket`, {}, 401);
  });

  test('are kept as hashes', async () => {
    const { id, browser } = await guest();
    const { ticket } = await browser.post<TicketView>(`/workshops/${id}/ticket`, {});
    const rows = await server.services.store.db.selectFrom('ticket').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ticket);
    expect(rows.map(({ ticketHash }) => ticketHash)).toContain(hashToken(ticket));
  });

  test('a member of the team who opens the socket comes in as a facilitator', async () => {
    const workshop = await newWorkshop(server);
    const db = server.services.store.db;
    const eino = server.browser();
    const account = await server.services.accounts.signUp({
      name: 'Eino',
      email: 'eino@example.org',
      password: 'pitkä salasana',
    });
    const teamId = (await db.selectFrom('team').select('id').executeTakeFirstOrThrow()).id;
    await db.insertInto('member').values({ teamId, accountId: account.value.id, owner: 0, createdAt: 1 }).execute();
    await eino.post('/session', { email: 'eino@example.org', password: 'pitkä salasana' }, 204);
    expect(await connect(workshop.id, { headers: asBrowser(eino) })).toBe('open');
    expect(await eino.get(`/workshops/${workshop.id}`)).toMatchObject({
      participant: { name: 'Eino', role: 'facilitator' },
    });
  });
});
