import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Kysely,
} from 'kysely';
import type { ExclusiveUse, SqliteClient } from './client.ts';
import type { Row, SqlValue } from './messages.ts';

/**
 * Kysely on the SQLite threads: SQL is compiled here, run there. Selects outside of transactions run on the reading
 * thread; a transaction has the writing connection for itself until it ends, so keep transactions short and use
 * batches where the statements are known beforehand.
 */
export function sqliteDialect(client: SqliteClient): Dialect {
  return {
    createDriver: () => new WorkerDriver(client),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new WorkerAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}

class WorkerAdapter extends SqliteAdapter {
  /** Otherwise Kysely lets one query wait for another, so that a locked write would hold up every read. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** A migration that breaks off leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WorkerDriver implements Driver {
  readonly #client: SqliteClient;

  constructor(client: SqliteClient) {
    this.#client = client;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<WorkerConnection> {
    return new WorkerConnection(this.#client);
  }

  async beginTransaction(connection: WorkerConnection): Promise<void> {
    connection.use = await this.#client.acquire();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: WorkerConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Releasing the connection rolls back what is left open, also when SQLite has done so already. */
  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(connection: WorkerConnection): Promise<void> {
    if (connection.use) await this.#client.release(connection.use);
  }

  /** The store closes its threads itself. */
  async destroy(): Promise<void> {}
}

class WorkerConnection implements DatabaseConnection {
  readonly #client: SqliteClient;
  use: ExclusiveUse | null = null;

  constructor(client: SqliteClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const params = parameters.map(toSqlValue);
    const reading = this.use === null && SelectQueryNode.is(query);
    const answer = reading
      ? await this.#client.read(sql, params)
      : await this.#client.query(sql, params, this.use ?? undefined);
    return {
      rows: answer.rows as (Row & R)[],
      ...(answer.changes === undefined ? {} : { numAffectedRows: answer.changes }),
      ...(answer.insertId === undefined ? {} : { insertId: answer.insertId }),
    };
  }

  // biome-ignore lint/correctness/useYield: a worker answers whole
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported by the SQLite threads');
  }
}

/** JavaScript values as SQLite stores them: booleans as 0 and 1, dates as ISO text. */
function toSqlValue(value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}`);
}
