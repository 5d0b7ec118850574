import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Me } from '@talkoot/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { OWNER, SETUP_TOKEN, startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('set-up', () => {
  let server: TestServer;
  afterEach(() => server.dispose());

  test('makes the owner with a team, signs in, and happens once', async () => {
    server = await startTestServer();
    expect(await server.setupPath()).toBe(`/setup?token=${SETUP_TOKEN}`);
    const browser = server.browser();
    expect(await browser.get<Me>('/me')).toEqual({ account: null, teams: [], setupNeeded: true });
    await browser.post('/setup', { token: SETUP_TOKEN, ...OWNER, teamName: 'Labra' }, 204);
    expect(await browser.get<Me>('/me')).toMatchObject({
      account: { name: OWNER.name, email: OWNER.email, owner: true },
      teams: [{ name: 'Labra' }],
      setupNeeded: false,
    });
    expect(await server.setupPath()).toBeNull();
    expect(await server.browser().post('/setup', { token: SETUP_TOKEN, ...OWNER }, 409)).toMatchObject({
      code: 'setup-done',
    });
  });

  test('lets one of several at once through', async () => {
    server = await startTestServer();
    const answers = await Promise.all(
      [1, 2, 3].map((count) =>
        server
          .browser()
          .send('POST', '/api/v1/setup', { body: { token: SETUP_TOKEN, ...OWNER, email: `a${count}@example.org` } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });

  test('refuses a wrong token, and after twenty tries even the right one from there', async () => {
    server = await startTestServer();
    const browser = server.browser({ ip: '198.51.100.7' });
    for (let tries = 0; tries < 20; tries++) {
      expect(await browser.post('/setup', { token: 'guess', ...OWNER }, 403)).toMatchObject({
        code: 'setup-token-wrong',
      });
    }
    const answer = await browser.send('POST', '/api/v1/setup', { body: { token: SETUP_TOKEN, ...OWNER } });
    expect(answer).toMatchObject({ status: 429, json: { code: 'too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await server.browser({ ip: '203.0.113.9' }).post('/setup', { token: SETUP_TOKEN, ...OWNER }, 204);
  });

  test('says which fields do not parse, in the language of the browser', async () => {
    server = await startTestServer();
    const { json, headers } = await server.browser().send('POST', '/api/v1/setup', {
      body: { token: SETUP_TOKEN, name: ' ', email: 'no address', password: 'short' },
      headers: { 'accept-language': 'sv-FI, fi;q=0.8' },
    });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.get('content-language')).toBe('sv');
    expect(json).toMatchObject({ type: 'urn:talkoot:problem:invalid-input', status: 400, code: 'invalid-input' });
    expect((json.errors as { path: string }[]).map(({ path }) => path)).toEqual([
      'body.name',
      'body.email',
      'body.password',
    ]);
    expect(json.title).not.toBe('invalid-input');
  });

  test('begins again after a set-up that broke off half-way', async () => {
    server = await startTestServer();
    await server.services.accounts.signUp(OWNER);
    await server.browser().post('/setup', { token: SETUP_TOKEN, ...OWNER }, 204);
  });

  test('keeps a random token until it is used', async () => {
    server = await startTestServer({ env: { TALKOOT_SETUP_TOKEN: '' } });
    const path = await server.setupPath();
    const token = path?.split('=')[1] ?? '';
    expect(token.length).toBeGreaterThan(40);
    const kept = join(server.dataDir, 'setup-token');
    expect(existsSync(kept)).toBe(true);
    await server.browser().post('/setup', { token, ...OWNER }, 204);
    expect(existsSync(kept)).toBe(false);
  });
});
