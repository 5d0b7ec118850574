import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { TicketView } from '@talkoot/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  joinAs,
  newWorkshop,
  OWNER,
  SETUP_TOKEN,
  startTestServer,
  type TestServer,
} from '../../testing/test-server.ts';

describe('for operators', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.dispose());

  test('says that it lives and can serve', async () => {
    expect((await server.browser().send('GET', '/healthz')).json).toEqual({ status: 'alive' });
    expect(await server.browser().send('GET', '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } });
  });

  test('says that it cannot serve while the store is locked, and lives on', async () => {
    const other = new DatabaseSync(join(server.dataDir, 'talkoot.db'));
    other.exec('BEGIN IMMEDIATE');
    try {
      expect(await server.browser().send('GET', '/readyz')).toMatchObject({
        status: 503,
        json: { status: 'store-away' },
      });
      expect((await server.browser().send('GET', '/healthz')).status).toBe(200);
      expect((await server.browser().send('GET', '/api/v1/me')).status).toBe(200);
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
    expect((await server.browser().send('GET', '/readyz')).status).toBe(200);
  }, 20_000);

  test('gives figures by route, without addresses', async () => {
    await server.browser().get('/join/ABCD-EFGH', 404);
    const { text, headers } = await server.browser().send('GET', '/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('talkoot_http_seconds_count{method="GET",route="/join/:code",status="404"}');
    expect(text).toContain('talkoot_connections');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('ABCD');
  });

  test('logs no name, title, code, ticket, token, password or cookie', async () => {
    const secrets: string[] = ['Salanimi', 'Salaotsikko', SETUP_TOKEN, OWNER.email, OWNER.password, OWNER.name];
    const workshop = await newWorkshop(server, { title: 'Salaotsikko' });
    const { browser } = await joinAs(server, workshop.joinCode, 'Salanimi');
    const { ticket } = await browser.post<TicketView>(`/workshops/${workshop.id}/ticket`, {});
    secrets.push(ticket, workshop.joinCode, workshop.joinCode.replace('-', ''), ...browser.cookies.values());
    await server.browser().send('GET', `/join/${workshop.joinCode}`);
    await server.browser().send('GET', `/sync/${workshop.id}?ticket=${ticket}`);
    await server
      .browser()
      .send('POST', '/api/v1/session', { body: { email: OWNER.email, password: 'wrong password' } });
    await server.browser().send('POST', '/api/v1/setup', { body: { token: SETUP_TOKEN, ...OWNER } });
    await server.browser().send('GET', `/setup?token=${SETUP_TOKEN}`);
    await (await server.owner()).send('GET', `/api/v1/workshops/${workshop.id}/people`);
    const lines = server.logged();
    expect(lines).toContain('"route":"/workshops/:id/ticket"');
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });
});
