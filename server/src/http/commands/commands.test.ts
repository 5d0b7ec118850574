import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('commands over HTTP', () => {
  let server: TestServer;
  let owner: Browser;
  beforeAll(async () => {
    server = await startTestServer();
    owner = await server.owner();
  });
  afterAll(() => server.dispose());

  test('are carried out once however often they arrive', async () => {
    const workshop = await newWorkshop(server);
    const send = (): Promise<Record<string, unknown>> =>
      owner.post(`/workshops/${workshop.id}/commands`, { id: 'renew-once', type: 'renewCode' });
    const first = await send();
    expect(first.joinCode).not.toBe(workshop.joinCode);
    expect(await send()).toEqual(first);
  });

  test('open and close: a closed workshop has no code', async () => {
    const workshop = await newWorkshop(server);
    expect(await owner.get(`/workshops/${workshop.id}`)).toMatchObject({ state: 'open' });
    await command(owner, workshop.id, { type: 'close', now: true });
    expect(await owner.get(`/workshops/${workshop.id}`)).toMatchObject({ state: 'closed', joinCode: null });
    await server.browser().post('/join', { code: workshop.joinCode, name: 'Eino' }, 404);
  });

  test('are refused to participants, strangers and when they are no commands', async () => {
    const workshop = await newWorkshop(server);
    const { browser } = await joinAs(server, workshop.joinCode, 'Eino');
    expect(await command(browser, workshop.id, { type: 'close' }, 403)).toMatchObject({ code: 'not-allowed' });
    await command(server.browser(), workshop.id, { type: 'close' }, 401);
    expect(await command(owner, workshop.id, { type: 'explode' }, 400)).toMatchObject({ code: 'invalid-input' });
  });

  test('shut a removed person out until a facilitator lets them in', async () => {
    const workshop = await newWorkshop(server);
    const { browser, joined } = await joinAs(server, workshop.joinCode, 'Eino');
    const participantId = joined.participant.id;
    await command(owner, workshop.id, { type: 'remove', participantId });
    for (const path of ['', '/people']) {
      expect(await browser.get(`/workshops/${workshop.id}${path}`, 403)).toMatchObject({
        code: 'removed-from-workshop',
      });
    }
    await browser.post(`/workshops/${workshop.id}/ticket`, {}, 403);
    const again = await browser.post('/join', { code: workshop.joinCode, name: 'Eino' });
    expect(again).toMatchObject({ participant: { id: participantId, status: 'lobby' } });
    const other = await browser.post('/join', { code: workshop.joinCode, name: 'Joku', someoneElse: true });
    expect(other).toMatchObject({ participant: { name: 'Joku', status: 'lobby' } });
    await command(owner, workshop.id, { type: 'admit', participantId });
    expect(await browser.post(`/workshops/${workshop.id}/ticket`, {}, 403)).toMatchObject({ code: 'not-allowed' });
  });
});
