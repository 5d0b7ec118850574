import { once } from 'node:events';
import { CLOSE } from '@talkoot/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { newWorkshop, OWNER, startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('session', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.owner();
  });
  afterAll(() => server.dispose());

  const credentials = { email: OWNER.email, password: OWNER.password };

  test('begins and ends', async () => {
    const browser = server.browser();
    await browser.get('/workshops', 401);
    await browser.post('/session', credentials, 204);
    expect(await browser.get('/me')).toMatchObject({ account: { name: OWNER.name } });
    const cookie = new Map(browser.cookies);
    await browser.delete('/session');
    expect(await browser.get('/me')).toMatchObject({ account: null });
    // The cookie itself is dead, not only forgotten.
    for (const [name, value] of cookie) browser.cookies.set(name, value);
    expect(await browser.get('/me')).toMatchObject({ account: null });
    await browser.delete('/session');
  });

  test('answers a wrong address and a wrong password alike', async () => {
    const browser = server.browser({ ip: '198.51.100.1' });
    const one = await browser.send('POST', '/api/v1/session', { body: { ...credentials, password: 'väärä salasana' } });
    const other = await browser.send('POST', '/api/v1/session', {
      body: { ...credentials, email: 'nobody@example.org' },
    });
    expect(one).toMatchObject({ status: 401, json: { code: 'wrong-credentials' } });
    expect(other.json).toEqual(one.json);
  });

  test('stops guessing after twenty failures, without holding others up or counting successes', async () => {
    const browser = server.browser({ ip: '198.51.100.20' });
    for (let tries = 0; tries < 20; tries++) {
      await browser.post('/session', { email: 'nobody@example.org', password: 'guess' }, 401);
    }
    expect(await browser.post('/session', credentials, 429)).toMatchObject({ code: 'too-many-requests' });
    const colleague = server.browser({ ip: '203.0.113.50' });
    for (let tries = 0; tries < 25; tries++) await colleague.post('/session', credentials, 204);
  }, 30_000);

  test('refuses what another site makes a browser send', async () => {
    const browser = server.browser();
    await browser.post('/session', credentials, 204);
    const body = { title: 'CSRF' };
    const foreign = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: server.base.replace('http:', 'https:').replace('127.0.0.1', 'localhost') },
    ];
    for (const headers of foreign) {
      const answer = await browser.send('POST', '/api/v1/workshops', { body, headers });
      expect(answer).toMatchObject({ status: 403, json: { code: 'origin-refused' } });
    }
    for (const site of ['cross-site', 'same-site']) {
      const answer = await browser.send('POST', '/api/v1/workshops', {
        body,
        noOrigin: true,
        headers: { 'sec-fetch-site': site },
      });
      expect(answer).toMatchObject({ status: 403, json: { code: 'origin-refused' } });
    }
    expect(await browser.get('/workshops')).toEqual({ workshops: [] });
  });

  test('takes no form of another site for JSON', async () => {
    const browser = server.browser();
    await browser.post('/session', credentials, 204);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await browser.send('POST', '/api/v1/workshops', {
        body: { title: 'x' },
        headers: { 'content-type': type },
      });
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-input' } });
    }
  });

  test('serves programs that send no origin', async () => {
    const browser = server.browser();
    const answer = await browser.send('POST', '/api/v1/session', { body: credentials, noOrigin: true });
    expect(answer.status).toBe(204);
  });

  test('calls broken JSON what it is', async () => {
    const answer = await server.browser().send('POST', '/api/v1/session', {
      body: new TextEncoder().encode('{"email":'),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-input', detail: 'entity.parse.failed' } });
  });

  test('S14 signing out closes the sockets of this session, by cookie and by ticket, and of no other', async () => {
    const { id } = await newWorkshop(server);
    const open = async (by: 'cookie' | 'ticket', browser = server.browser()) => {
      if (!browser.cookieHeader) await browser.post('/session', credentials, 204);
      const headers = { cookie: browser.cookieHeader, origin: server.base };
      const ticket = by === 'ticket' ? await browser.post<{ ticket: string }>(`/workshops/${id}/ticket`, {}) : null;
      const address = `${server.base.replace('http', 'ws')}/sync/${id}`;
      const socket = ticket ? new WebSocket(`${address}?ticket=${ticket.ticket}`) : new WebSocket(address, { headers });
      await once(socket, 'message');
      return { browser, socket };
    };
    const one = await open('cookie');
    const two = await open('ticket', one.browser);
    const elsewhere = await open('ticket');
    const closed = Promise.all([once(one.socket, 'close'), once(two.socket, 'close')]);
    await one.browser.delete('/session');
    expect((await closed).map(([code]) => code as number)).toEqual([CLOSE.unauthorized, CLOSE.unauthorized]);
    expect(elsewhere.socket.readyState).toBe(WebSocket.OPEN);
    elsewhere.socket.terminate();
  });
});
