import { Kysely } from 'kysely';
import { type Store, StoreUnavailable } from '../port.ts';
import type { Database, Tables } from '../tables.ts';
import { sqliteActivity } from './activity.ts';
import { SqliteClient } from './client.ts';
import { sqliteDialect } from './dialect.ts';
import { sqliteDocuments } from './documents.ts';
import { migrate } from './migrations/index.ts';
import { sqliteVersions } from './versions.ts';
import { sqliteWorkshops } from './workshops.ts';

export interface SqliteOptions {
  path: string;
  /** How long a lock that another process holds (a backup, say) is waited out before a commit fails. */
  busyTimeoutMs?: number;
  /** Upper bound of the file in pages, for tests of a full disk. */
  maxPages?: number;
}

export type SqliteStore = Store & {
  readonly db: Database;
  /** Ends the threads at once, whatever they do; for tests of crashes. */
  terminate(): Promise<void>;
};

/** Rides out a lock of 30 s held by another process. */
const BUSY_TIMEOUT_MS = 35_000;
/** `/readyz` does not wait as long as a commit does. */
const READY_TIMEOUT_MS = 2_000;

/** Opens (or makes) a SQLite file and brings it to the present form. */
export async function openSqlite({ busyTimeoutMs = BUSY_TIMEOUT_MS, ...rest }: SqliteOptions): Promise<SqliteStore> {
  const client = new SqliteClient({ ...rest, busyTimeoutMs });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(client) });
  try {
    await client.query('select 1', []);
    await migrate(db as Kysely<unknown>);
  } catch (error) {
    await client.terminate();
    throw error;
  }
  return {
    db,
    documents: sqliteDocuments(client, db),
    workshops: sqliteWorkshops(client, db),
    versions: sqliteVersions(db),
    activity: sqliteActivity(db),
    ready: () => ready(client),
    close: () => client.close(),
    terminate: () => client.terminate(),
  };
}

async function ready(client: SqliteClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('busy', 'no answer in time')), READY_TIMEOUT_MS);
  });
  const beat = client.batch({
    steps: [
      {
        sql: 'insert into heartbeat (id, at) values (1, ?) on conflict do update set at = excluded.at',
        rows: [[Date.now()]],
      },
    ],
  });
  try {
    await Promise.race([beat, late]);
  } finally {
    clearTimeout(timer);
    // When the wait was given up, the beat may still fail later; the caller has been told already.
    beat.catch(() => undefined);
  }
}
