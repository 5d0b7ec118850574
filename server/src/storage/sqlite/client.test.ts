import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreConflict, StoreUnavailable } from '../port.ts';
import { SqliteClient } from './client.ts';
import type { Batch, SqlValue } from './messages.ts';

describe('SqliteClient', () => {
  let dir: string;
  let client: SqliteClient;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'talkoot-client-'));
    client = new SqliteClient({ path: join(dir, 'test.db'), busyTimeoutMs: 1_000 });
    await client.query('create table note (id integer primary key, words text not null, bytes blob) strict', []);
  });
  afterEach(async () => {
    await client.close();
    await rm(dir, { recursive: true });
  });

  const insert = (id: number, words: SqlValue = 'words', lane?: string): Batch => ({
    steps: [{ sql: 'insert into note (id, words) values (?, ?)', rows: [[id, words]] }],
    ...(lane === undefined ? {} : { lane }),
  });
  const ids = async (): Promise<SqlValue[]> =>
    (await client.read('select id from note order by id', [])).rows.map((row) => row.id ?? null);

  test('answers reads with what was written before', async () => {
    await client.batch(insert(1));
    expect(await ids()).toEqual([1]);
    const { changes, insertId } = await client.query('insert into note (words) values (?)', ['more']);
    expect({ changes, insertId }).toEqual({ changes: 1n, insertId: 2n });
  });

  test('refuses to write on the reading thread', async () => {
    await expect(client.read('insert into note (id, words) values (1, ?)', ['x'])).rejects.toThrow(/readonly|io/);
  });

  test("gives bytes back as they were, large and empty, and leaves the sender's alone", async () => {
    const large = new Uint8Array(3_000_000).map((_, index) => index % 251);
    const empty = new Uint8Array(0);
    for (const [id, bytes] of [
      [1, large],
      [2, empty],
    ] as const) {
      await client.batch({
        steps: [{ sql: 'insert into note (id, words, bytes) values (?, ?, ?)', rows: [[id, 'x', bytes]] }],
      });
    }
    expect(large.byteLength).toBe(3_000_000);
    const { rows } = await client.read('select bytes from note order by id', []);
    expect(Buffer.compare(rows[0]?.bytes as Uint8Array, large)).toBe(0);
    expect(rows[1]?.bytes).toEqual(empty);
  });

  test('rolls a failing batch back alone among those it was written with', async () => {
    const results = await Promise.allSettled([
      client.batch(insert(1)),
      client.batch(insert(2)),
      client.batch({ steps: [...insert(3).steps, ...insert(2).steps] }),
      client.batch(insert(4)),
      client.batch(insert(5, null)),
      client.batch(insert(6)),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect((results[2] as PromiseRejectedResult).reason).toBeInstanceOf(StoreConflict);
    expect(await ids()).toEqual([1, 2, 4, 6]);
  });

  test('fails what follows a failure in its lane, and nothing else', async () => {
    await client.batch(insert(1));
    const results = await Promise.allSettled([
      client.batch(insert(2, 'x', 'a')),
      client.batch(insert(1, 'x', 'a')),
      client.batch(insert(3, 'x', 'a')),
      client.batch(insert(4, 'x', 'b')),
      client.batch(insert(5)),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    await client.batch(insert(3, 'x', 'a'));
    expect(await ids()).toEqual([1, 2, 3, 4, 5]);
  });

  test('hands out the row that stopped a batch and writes nothing of it', async () => {
    await client.batch(insert(1, 'first'));
    const stopping: Batch = {
      steps: [
        ...insert(2).steps,
        { sql: 'select words from note where id = ?', rows: [[7], [1]], stopOnRow: true },
        ...insert(3).steps,
      ],
    };
    expect(await client.batch(stopping)).toEqual({ words: 'first' });
    const [, stopped] = await Promise.all([client.batch(insert(4)), client.batch(stopping), client.batch(insert(5))]);
    expect(stopped).toEqual({ words: 'first' });
    expect(await ids()).toEqual([1, 4, 5]);
  });

  test('keeps others out of a transaction, which is rolled back when its owner lets go', async () => {
    const order: string[] = [];
    const use = await client.acquire();
    const batch = client.batch(insert(1)).then(() => order.push('batch'));
    const query = client.query('insert into note (id, words) values (2, ?)', ['x']).then(() => order.push('query'));
    const next = client.acquire().then(async (second) => {
      order.push('second transaction');
      await client.release(second);
    });
    await client.query('begin immediate', [], use);
    await client.query('insert into note (id, words) values (3, ?)', ['x'], use);
    expect(await ids()).toEqual([]);
    order.push('release');
    await client.release(use);
    await client.release(use);
    await Promise.all([batch, query, next]);
    expect(order[0]).toBe('release');
    expect(order).toHaveLength(4);
    expect(await ids()).toEqual([1, 2]);
    await expect(client.query('select 1', [], use)).rejects.toMatchObject({ reason: 'lost' });
  });

  test('says of wrong SQL that it is wrong, not that the store is away', async () => {
    await expect(client.query('selekt', [])).rejects.not.toBeInstanceOf(StoreUnavailable);
    await expect(client.batch({ steps: [{ sql: 'insert into missing values (1)', rows: [[]] }] })).rejects.toThrow(
      /no such table/,
    );
    expect(await ids()).toEqual([]);
  });

  test('closes once what is queued is written, and can be closed again', async () => {
    const written = Promise.all(Array.from({ length: 300 }, (_, index) => client.batch(insert(index + 1))));
    await client.close();
    await written;
    await client.close();
    await expect(client.read('select 1', [])).rejects.toMatchObject({ reason: 'closed', retry: false });
    client = new SqliteClient({ path: join(dir, 'test.db'), busyTimeoutMs: 1_000 });
    expect(await ids()).toHaveLength(300);
  });

  test('opens nothing where there is nothing to open', async () => {
    const lost = new SqliteClient({ path: join(dir, 'no', 'such', 'folder', 'x.db'), busyTimeoutMs: 10 });
    await expect(lost.query('select 1', [])).rejects.toMatchObject({ reason: 'lost' });
    await lost.terminate();
  });
});
