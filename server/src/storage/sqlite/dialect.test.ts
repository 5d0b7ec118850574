import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteClient } from './client.ts';
import { sqliteDialect } from './dialect.ts';

interface Tables {
  thing: { id: number; flag: boolean | number | null; at: Date | string | null; bytes: Uint8Array | null };
}

describe('Kysely on the SQLite threads', () => {
  let dir: string;
  let client: SqliteClient;
  let db: Kysely<Tables>;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'talkoot-dialect-'));
    client = new SqliteClient({ path: join(dir, 'test.db'), busyTimeoutMs: 1_000 });
    await client.query('create table thing (id integer primary key, flag integer, at text, bytes blob)', []);
    db = new Kysely<Tables>({ dialect: sqliteDialect(client) });
  });
  afterEach(async () => {
    await client.close();
    await rm(dir, { recursive: true });
  });

  const insert = (id: number) => db.insertInto('thing').values({ id, flag: null, at: null, bytes: null });

  test('stores booleans as 0 and 1, dates as ISO text, undefined as null', async () => {
    const at = new Date('2026-11-22T00:00:00Z');
    await db
      .insertInto('thing')
      .values({ id: 1, flag: true, at, bytes: new Uint8Array([1]) })
      .execute();
    await db.insertInto('thing').values({ id: 2, flag: false, at: null, bytes: null }).execute();
    expect(await db.selectFrom('thing').selectAll().orderBy('id').execute()).toEqual([
      { id: 1, flag: 1, at: '2026-11-22T00:00:00.000Z', bytes: new Uint8Array([1]) },
      { id: 2, flag: 0, at: null, bytes: null },
    ]);
  });

  test('refuses what SQLite cannot store', async () => {
    const value = { toString: () => 'x' } as unknown as string;
    await expect(
      db.insertInto('thing').values({ id: 1, flag: null, at: value, bytes: null }).execute(),
    ).rejects.toThrow(TypeError);
  });

  test('tells how many rows were touched, and returns them where asked', async () => {
    expect((await insert(7).executeTakeFirst()).insertId).toBe(7n);
    expect((await db.updateTable('thing').set({ flag: 1 }).executeTakeFirst()).numUpdatedRows).toBe(1n);
    expect(await db.deleteFrom('thing').returning('id').execute()).toEqual([{ id: 7 }]);
    expect((await db.deleteFrom('thing').executeTakeFirst()).numDeletedRows).toBe(0n);
  });

  test('shows a transaction its own writes, and others only when it is done', async () => {
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('thing').values({ id: 1, flag: null, at: null, bytes: null }).execute();
      expect(await transaction.selectFrom('thing').selectAll().execute()).toHaveLength(1);
      expect(await db.selectFrom('thing').selectAll().execute()).toHaveLength(0);
    });
    expect(await db.selectFrom('thing').selectAll().execute()).toHaveLength(1);
  });

  test('runs transactions one after another', async () => {
    const count = async (): Promise<void> => {
      await db.transaction().execute(async (transaction) => {
        const { n } = await transaction
          .selectFrom('thing')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow();
        await transaction
          .insertInto('thing')
          .values({ id: n + 1, flag: null, at: null, bytes: null })
          .execute();
      });
    };
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await db.selectFrom('thing').selectAll().execute()).toHaveLength(20);
  });

  test('goes on after a transaction that failed in the middle', async () => {
    await insert(1).execute();
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('thing').values({ id: 2, flag: null, at: null, bytes: null }).execute();
      await transaction.insertInto('thing').values({ id: 1, flag: null, at: null, bytes: null }).execute();
    });
    await expect(failing).rejects.toThrow(/UNIQUE/);
    await insert(3).execute();
    expect((await db.selectFrom('thing').select('id').execute()).map(({ id }) => id)).toEqual([1, 3]);
  });

  test('does not stream', async () => {
    await expect(db.selectFrom('thing').selectAll().stream().next()).rejects.toThrow(/stream/);
  });
});
