import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Commit, StoreUnavailable } from '../port.ts';
import { storageConformance, testParticipant, testWorkshop } from '../storage-conformance.ts';
import { openStore } from '../engines.ts';
import { openSqlite, type SqliteStore } from './store.ts';

const W = 'workshop-1';

storageConformance('sqlite', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'talkoot-store-'));
  return {
    open: () => openSqlite({ path: join(dir, 'talkoot.db') }),
    crash: (store) => (store as SqliteStore).terminate(),
    dispose: () => rm(dir, { recursive: true }),
  };
});

describe('sqlite store', () => {
  let dir: string;
  let path: string;
  const opened: SqliteStore[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'talkoot-store-'));
    path = join(dir, 'talkoot.db');
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await rm(dir, { recursive: true });
  });

  async function open(more: { busyTimeoutMs?: number; maxPages?: number } = {}): Promise<SqliteStore> {
    const store = await openSqlite({ path, ...more });
    opened.push(store);
    return store;
  }

  async function withWorkshop(more: { busyTimeoutMs?: number; maxPages?: number } = {}): Promise<SqliteStore> {
    const store = await open(more);
    await store.workshops.create({ workshop: testWorkshop(W), participants: [], documents: [], grants: [] });
    return store;
  }

  /** Every row of the tables that a commit writes. */
  async function dump(store: SqliteStore): Promise<Record<string, unknown[]>> {
    const tables = [
      'workshop',
      'participant',
      'workshopSession',
      'document',
      'logEntry',
      'lease',
      'deletedElement',
      'command',
    ];
    const rows: Record<string, unknown[]> = {};
    for (const table of tables) {
      rows[table] = (await sql.raw(`select * from ${table} order by 1, 2`).execute(store.db)).rows;
    }
    return rows;
  }

  const update = (seq: number, size = 3): Commit => ({
    workshopId: W,
    updates: [{ document: W, seq, update: new Uint8Array(size).fill(seq) }],
  });

  test('is durable: WAL, full synchronisation, foreign keys, deleted bytes overwritten', async () => {
    const store = await open();
    const values: Record<string, unknown> = {};
    for (const name of ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete']) {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db);
      values[name] = rows[0]?.[name];
    }
    expect(values).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 });
  });

  test('waits out a lock of another process while reads and the event loop go on', async () => {
    const store = await withWorkshop();
    await store.documents.load(W, W);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const states: string[] = [];
    const commits = [1, 2, 3].map((seq) =>
      store.documents.commit(update(seq)).then(() => states.push(`stored ${seq}`)),
    );
    for (let turn = 0; turn < 20; turn++) {
      await store.documents.load(W, W);
      states.push('read');
    }
    other.exec('COMMIT');
    other.close();
    await Promise.all(commits);
    expect(states.slice(0, 20)).toEqual(Array(20).fill('read'));
    expect(states.slice(20)).toEqual(['stored 1', 'stored 2', 'stored 3']);
  });

  test('says busy and "try again" when the lock outlasts its patience; the retry succeeds', async () => {
    const store = await withWorkshop({ busyTimeoutMs: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const results = await Promise.allSettled([1, 2, 3].map((seq) => store.documents.commit(update(seq))));
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'busy', retry: true } });
      expect((result as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable);
    }
    await expect(store.ready()).rejects.toMatchObject({ reason: 'busy' });
    other.exec('ROLLBACK');
    other.close();
    for (const seq of [1, 2, 3]) await store.documents.commit(update(seq));
    await store.ready();
    expect((await store.documents.load(W, W)).tail.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('writes nothing by halves when the disk is full, and goes on when there is room again', async () => {
    const store = await withWorkshop({ maxPages: 150 });
    const results: PromiseSettledResult<void>[] = [];
    let seq = 0;
    for (let round = 0; round < 10; round++) {
      results.push(
        ...(await Promise.allSettled([1, 2, 3, 4].map(() => store.documents.commit(update(++seq, 30_000))))),
      );
    }
    const failed = results.findIndex(({ status }) => status === 'rejected');
    expect(failed).toBeGreaterThan(0);
    expect(results[failed]).toMatchObject({ reason: { reason: 'full', retry: true } });
    const { tail } = await store.documents.load(W, W);
    const written = results.filter(({ status }) => status === 'fulfilled').length;
    expect(tail).toHaveLength(written);
    expect(tail.slice(0, failed).map((entry) => entry.seq)).toEqual(Array.from({ length: failed }, (_, i) => i + 1));
    await store.documents.saveSnapshot(W, W, { seq, bytes: new Uint8Array(10), stateVector: new Uint8Array(1) });
    await store.documents.commit(update(seq + 1, 30_000));
    expect((await store.documents.load(W, W)).tail.map((entry) => entry.seq)).toEqual([seq + 1]);
  });

  test('leaves no hole in the log when a commit in the middle of a queue finds the disk full', async () => {
    const store = await withWorkshop({ maxPages: 150 });
    const sizes = [1000, 1000, 900_000, 1000, 1000];
    const results = await Promise.allSettled(
      sizes.map((size, index) => store.documents.commit(update(index + 1, size))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(results[4]).toMatchObject({ reason: { reason: 'full', retry: true } });
    expect((await store.documents.load(W, W)).tail.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('writes nothing by halves whichever statement of a commit fails', async () => {
    const store = await withWorkshop();
    await store.documents.commit({ ...update(1), leases: [{ document: W, clientId: 1, participantId: 'p0' }] });
    await store.db.insertInto('participant').values(testParticipant('p1', W)).execute();
    const whole: Commit = {
      ...update(2),
      newEpochs: [{ document: `${W}~mine~p1`, epoch: 'next' }],
      leases: [{ document: W, clientId: 2, participantId: 'p1' }],
      deleted: [{ document: W, id: 'e1', author: 'p1', kind: 'sticky', deletedBy: 'p1' }],
      session: '{}',
      workshop: { title: 'Uusi' },
      participants: [{ id: 'p1', role: 'observer' }],
      command: { id: 'c1', type: 'open', participantId: 'p1', at: 1, result: '{}' },
    };
    const faults = [
      'insert on command',
      'insert on document',
      'insert on logEntry',
      'insert on lease',
      'insert on deletedElement',
      'insert on workshopSession',
      'update on workshop',
      'update on participant',
    ];
    const before = await dump(store);
    for (const fault of faults) {
      await sql.raw(`create trigger fault before ${fault} begin select raise(abort, 'fault'); end`).execute(store.db);
      await expect(store.documents.commit(whole), fault).rejects.toThrow('fault');
      await sql.raw('drop trigger fault').execute(store.db);
      expect(await dump(store), fault).toEqual(before);
    }
    await store.documents.commit(whole);
    const after = await dump(store);
    for (const table of Object.keys(after)) expect(after[table], table).not.toEqual(before[table]);
  });

  test('makes no half of a workshop whichever statement fails', async () => {
    const store = await withWorkshop();
    const workshop = testWorkshop('workshop-2');
    const whole = {
      workshop,
      participants: [testParticipant('p2', workshop.id)],
      documents: [{ document: workshop.id, update: new Uint8Array([1]) }],
      grants: [],
    };
    const before = await dump(store);
    for (const fault of ['workshop', 'participant', 'document', 'logEntry']) {
      await sql
        .raw(`create trigger fault before insert on ${fault} begin select raise(abort, 'fault'); end`)
        .execute(store.db);
      await expect(store.workshops.create(whole), fault).rejects.toThrow('fault');
      await sql.raw('drop trigger fault').execute(store.db);
      expect(await dump(store), fault).toEqual(before);
    }
    await store.workshops.create(whole);
  });

  test('leaves nothing of a migration that breaks off, and carries it out at the next start', async () => {
    const raw = new DatabaseSync(path);
    raw.exec('create table blobGrant (oldForm text)');
    raw.close();
    await expect(openSqlite({ path })).rejects.toThrow(/cannot be brought to this version.*blobGrant already exists/);
    const after = new DatabaseSync(path);
    const tables = after
      .prepare("select name from sqlite_master where type = 'table' and name in ('workshop', 'authUser')")
      .all();
    expect(tables).toEqual([]);
    after.exec('drop table blobGrant');
    after.close();
    const store = await withWorkshop();
    await store.documents.commit(update(1));
  });

  test('says of a commit in hand at a crash that it is lost', async () => {
    const store = await withWorkshop();
    const inHand = store.documents.commit(update(1, 1_000_000));
    await Promise.all([expect(inHand).rejects.toMatchObject({ reason: 'lost', retry: false }), store.terminate()]);
  });

  test('leaves no byte of a history that was ended, in any file', async () => {
    const store = await withWorkshop();
    const secret = new TextEncoder().encode('salainen muistilappu');
    await store.documents.commit({ workshopId: W, updates: [{ document: W, seq: 1, update: secret }] });
    await store.documents.commit({ workshopId: W, newEpochs: [{ document: W, epoch: 'next' }] });
    for (const file of [path, `${path}-wal`]) {
      expect((await readFile(file)).includes('salainen')).toBe(false);
    }
  });

  test('refuses a database of a newer Talkoot with a clear line', async () => {
    const store = await open();
    await store.close();
    const raw = new DatabaseSync(path);
    raw.exec("insert into migration (name, timestamp) values ('9999-future', 'later')");
    raw.close();
    await expect(openSqlite({ path })).rejects.toThrow(/cannot be brought to this version.*9999-future/);
  });

  test('opens by the scheme of its address and refuses one it does not know', async () => {
    const store = await openStore({ dataDir: join(dir, 'made', 'here') });
    await store.ready();
    await store.close();
    await expect(openStore({ dataDir: dir, url: 'oracle://x' })).rejects.toThrow('No storage engine for "oracle:"');
  });
});
