import type { JoinResult, PeopleView } from '@talkoot/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashToken, newJoinCode } from '../../ids.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';

/** A code that opens nothing: codes of 40 bits do not meet by chance. */
const wrongCode = newJoinCode;

describe('joining', () => {
  let server: TestServer;
  let owner: Browser;
  beforeAll(async () => {
    server = await startTestServer();
    owner = await server.owner();
  });
  afterAll(() => server.dispose());

  test('takes the code as people type it', async () => {
    const workshop = await newWorkshop(server);
    const plain = workshop.joinCode.replace('-', '');
    for (const code of [workshop.joinCode, plain.toLowerCase(), ` ${plain.slice(0, 3)} ${plain.slice(3)} `]) {
      expect(await server.browser().post('/join', { code, name: 'Eino' })).toMatchObject({
        workshopId: workshop.id,
        title: workshop.title,
        participant: { name: 'Eino', role: 'participant', status: 'in' },
      });
    }
  });

  test('knows the same browser again, and lets it be someone else', async () => {
    const workshop = await newWorkshop(server);
    const { browser, joined } = await joinAs(server, workshop.joinCode, 'Eino');
    expect(await browser.get(`/join/${workshop.joinCode}`)).toEqual({
      title: workshop.title,
      language: workshop.language,
      known: { name: 'Eino', role: 'participant' },
    });
    const again = await browser.post<JoinResult>('/join', { code: workshop.joinCode, name: 'Toinen nimi' });
    expect(again.participant).toMatchObject({ id: joined.participant.id, name: 'Eino' });
    const other = await browser.post<JoinResult>('/join', {
      code: workshop.joinCode,
      name: 'Helmi',
      someoneElse: true,
    });
    expect(other.participant.id).not.toBe(joined.participant.id);
    expect(await browser.get(`/workshops/${workshop.id}`)).toMatchObject({ participant: { name: 'Helmi' } });
    expect(await server.browser().get(`/join/${workshop.joinCode}`)).toMatchObject({ known: null });
  });

  test('gives a cookie for this workshop only, which scripts cannot read and we keep as a hash', async () => {
    const workshop = await newWorkshop(server);
    const answer = await server
      .browser()
      .send('POST', '/api/v1/join', { body: { code: workshop.joinCode, name: 'Eino' } });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(
      new RegExp(`^talkoot_guest_${workshop.id}=[A-Za-z0-9_-]{32}; Max-Age=2592000; Path=/; .*HttpOnly; SameSite=Lax$`),
    );
    const token = cookie.split(/[=;]/)[1] ?? '';
    const rows = await server.services.store.db.selectFrom('guestSession').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(token));
    // The same token under another workshop's name opens nothing.
    const another = await newWorkshop(server);
    const thief = server.browser();
    thief.cookies.set(`talkoot_guest_${another.id}`, token);
    await thief.get(`/workshops/${another.id}`, 401);
  });

  test('makes people wait before a draft is opened', async () => {
    const workshop = await newWorkshop(server, { draft: true });
    const { browser, joined } = await joinAs(server, workshop.joinCode, 'Eino');
    expect(joined.participant.status).toBe('lobby');
    expect(await browser.get(`/workshops/${workshop.id}/people`, 403)).toMatchObject({ code: 'not-allowed' });
    await browser.post(`/workshops/${workshop.id}/ticket`, {}, 403);
    expect(await browser.get(`/workshops/${workshop.id}`)).toMatchObject({
      participant: { status: 'lobby' },
      joinCode: null,
    });
    await command(owner, workshop.id, { type: 'admit', participantId: joined.participant.id });
    expect(await browser.post<JoinResult>('/join', { code: workshop.joinCode, name: 'Eino' })).toMatchObject({
      participant: { id: joined.participant.id, status: 'in' },
    });
  });

  test('lets an account win over a guest', async () => {
    const workshop = await newWorkshop(server);
    const before = (await owner.get<PeopleView>(`/workshops/${workshop.id}/people`)).people.length;
    expect(await owner.post<JoinResult>('/join', { code: workshop.joinCode, name: 'Nimetön' })).toMatchObject({
      participant: { name: 'Aino Omistaja', role: 'facilitator', status: 'in' },
    });
    expect((await owner.get<PeopleView>(`/workshops/${workshop.id}/people`)).people).toHaveLength(before);
  });

  test('answers a wrong, an old, a closed and a deleted code alike', async () => {
    const old = await newWorkshop(server);
    await command(owner, old.id, { type: 'renewCode' });
    const closed = await newWorkshop(server);
    await command(owner, closed.id, { type: 'close', now: true });
    const deleted = await newWorkshop(server);
    await owner.delete(`/workshops/${deleted.id}`);
    const codes = [wrongCode(), 'no code', '0O1IL', old.joinCode, closed.joinCode, deleted.joinCode];
    const answers = await Promise.all(
      codes.map((code) => server.browser().send('POST', '/api/v1/join', { body: { code, name: 'Eino' } })),
    );
    for (const { status, json } of answers) {
      expect(status).toBe(404);
      expect(json).toEqual(answers[0]?.json);
    }
  });
});

describe('join codes under attack', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.owner();
  });
  afterAll(() => server.dispose());

  test('stops an address after ten wrong codes, also when they come at once, and not those who are in', async () => {
    const workshop = await newWorkshop(server);
    const ip = '198.51.100.10';
    const inside = await joinAs(server, workshop.joinCode, 'Eino', ip);
    const tries = await Promise.all(
      Array.from({ length: 30 }, () =>
        server.browser({ ip }).send('POST', '/api/v1/join', { body: { code: wrongCode(), name: 'x' } }),
      ),
    );
    expect(tries.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(20);
    const right = await server.browser({ ip }).send('GET', `/api/v1/join/${workshop.joinCode}`);
    expect(right).toMatchObject({ status: 429, json: { code: 'too-many-requests' } });
    expect(right.json.retryAfter).toBeGreaterThan(600);
    await inside.browser.post('/join', { code: workshop.joinCode, name: 'Eino' });
    await joinAs(server, workshop.joinCode, 'Helmi', '203.0.113.99');
  });

  test('counts a mistake once when a whole room makes it, and what cannot be a code never', async () => {
    const workshop = await newWorkshop(server);
    const ip = '192.0.2.40';
    const mistake = wrongCode();
    for (let people = 0; people < 25; people++) {
      await server.browser({ ip }).post('/join', { code: mistake, name: 'x' }, 404);
      await server.browser({ ip }).post('/join', { code: 'OOOO-1111', name: 'x' }, 404);
    }
    await joinAs(server, workshop.joinCode, 'Eino', ip);
  });

  test('stops a network after thirty', async () => {
    let refused = 0;
    let tried = 0;
    for (let host = 1; host <= 8; host++) {
      for (let tries = 0; tries < 5; tries++) {
        const answer = await server.browser({ ip: `203.0.114.${host}` }).send('POST', '/api/v1/join', {
          body: { code: wrongCode(), name: 'x' },
        });
        if (answer.status === 429) refused++;
        else tried++;
      }
    }
    expect({ tried, refused }).toEqual({ tried: 30, refused: 10 });
  });

  test('lets two hundred honest guests behind one address in', async () => {
    const workshop = await newWorkshop(server);
    const names = Array.from({ length: 200 }, (_, index) => `Vieras ${index + 1}`);
    const joined = await Promise.all(names.map((name) => joinAs(server, workshop.joinCode, name, '192.0.2.200')));
    expect(new Set(joined.map((guest) => guest.joined.participant.id)).size).toBe(200);
    expect(joined.every((guest) => guest.joined.participant.status === 'in')).toBe(true);
  }, 60_000);

  test('sends everybody to the lobby while many addresses guess, until it is over', async () => {
    const workshop = await newWorkshop(server);
    for (let network = 0; network < 100; network++) {
      await server.browser({ ip: `10.0.${network}.1` }).post('/join', { code: wrongCode(), name: 'x' }, 404);
    }
    const { joined } = await joinAs(server, workshop.joinCode, 'Eino');
    expect(joined.participant.status).toBe('lobby');
    const owner = await server.owner();
    expect(await owner.post('/join', { code: workshop.joinCode, name: 'x' })).toMatchObject({
      participant: { status: 'in' },
    });
  }, 30_000);
});
