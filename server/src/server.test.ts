import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinAs, newWorkshop, startTestServer, type TestServer } from './testing/test-server.ts';

describe('a server that is started again', () => {
  let dataDir: string;
  let server: TestServer;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'talkoot-restart-'));
    server = await startTestServer({ dataDir });
  });
  afterEach(async () => {
    await server.dispose();
    await rm(dataDir, { recursive: true });
  });

  test('knows accounts, guests and workshops as before', async () => {
    const owner = await server.owner();
    const workshop = await newWorkshop(server, { templateId: 'sailboat' });
    const guest = await joinAs(server, workshop.joinCode, 'Eino');
    await server.dispose();
    server = await startTestServer({ dataDir });
    for (const [browser, role] of [
      [owner, 'facilitator'],
      [guest.browser, 'participant'],
    ] as const) {
      const after = server.browser();
      for (const [name, value] of browser.cookies) after.cookies.set(name, value);
      expect(await after.get(`/workshops/${workshop.id}`)).toMatchObject({
        title: workshop.title,
        state: 'open',
        participant: { role },
      });
    }
  });

  test('does not start on a port that is taken, and lets go of the database', async () => {
    const second = await mkdtemp(join(tmpdir(), 'talkoot-second-'));
    await expect(startTestServer({ dataDir: second, env: { PORT: String(server.port) } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const db = new DatabaseSync(join(second, 'talkoot.db'));
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
    db.close();
    await rm(second, { recursive: true });
  });

  test('answers while another process locks the database, and carries out what waited', async () => {
    const owner = await server.owner();
    const workshop = await newWorkshop(server);
    const lock = new DatabaseSync(join(dataDir, 'talkoot.db'));
    lock.exec('BEGIN IMMEDIATE');
    let joined = false;
    const waiting = joinAs(server, workshop.joinCode, 'Eino').then((guest) => {
      joined = true;
      return guest;
    });
    for (let count = 0; count < 10; count++) await owner.get(`/workshops/${workshop.id}`);
    expect(joined).toBe(false);
    lock.exec('ROLLBACK');
    lock.close();
    expect((await waiting).joined.participant.name).toBe('Eino');
  });
});
