import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Batch, BatchOutcome, QueryAnswer, Row, SqlValue, WireError, WorkerOptions } from './messages.ts';

/** A connection with its prepared statements. Runs in the worker thread only: every call blocks. */
export interface Connection {
  readonly db: DatabaseSync;
  readonly statements: Map<string, StatementSync>;
  readonly busyTimeoutMs: number;
  /** A scrub that readers held up; tried again after the next commit. */
  scrubDue: boolean;
}

const STATEMENTS_KEPT = 500;
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
/** SQLite waits this long by itself; between the waits the thread can be terminated. */
const BUSY_SLICE_MS = 200;

/** Sets the connection up for durability: WAL, fsync at every commit, deleted bytes overwritten. */
export function openConnection(db: DatabaseSync, options: WorkerOptions): Connection {
  const connection = { db, statements: new Map(), busyTimeoutMs: options.busyTimeoutMs, scrubDue: false };
  db.exec(`PRAGMA busy_timeout = ${BUSY_SLICE_MS}`);
  if (!options.readOnly) {
    ridingOutLocks(connection, () => db.exec('PRAGMA journal_mode = WAL'));
    db.exec('PRAGMA synchronous = FULL');
  }
  db.exec('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF');
  db.exec('PRAGMA journal_size_limit = 67108864');
  if (options.maxPages) db.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  return connection;
}

/** Runs one statement outside of batches. */
export function query(connection: Connection, sql: string, params: SqlValue[]): QueryAnswer {
  const statement = prepare(connection, sql);
  const run = (): QueryAnswer => {
    if (statement.columns().length > 0) return { rows: statement.all(...params) as Row[] };
    const result = statement.run(...params);
    return { rows: [], changes: BigInt(result.changes), insertId: BigInt(result.lastInsertRowid) };
  };
  return connection.db.isTransaction ? run() : ridingOutLocks(connection, run);
}

/** Ends a transaction that its owner left open. */
export function reset({ db }: Connection): void {
  if (db.isTransaction) db.exec('ROLLBACK');
}

/**
 * Writes several batches with one fsync. Each has a savepoint, so one that fails is rolled back alone. When SQLite
 * gives up the whole transaction (disk full), each batch gets a transaction of its own.
 */
export function runGroup(connection: Connection, batches: Batch[]): BatchOutcome[] {
  const together = batches.length > 1 ? runTogether(connection, batches) : null;
  const outcomes = together ?? inLanes(batches, (batch) => runAlone(connection, batch));
  if (connection.scrubDue || batches.some((batch) => batch.scrub)) scrub(connection);
  return outcomes;
}

function runTogether(connection: Connection, batches: Batch[]): BatchOutcome[] | null {
  const { db } = connection;
  try {
    ridingOutLocks(connection, () => db.exec('BEGIN IMMEDIATE'));
  } catch (error) {
    // Waiting out the lock once was enough: no second wait for each batch.
    return batches.map(() => ({ type: 'failed', error: toWireError(error) }));
  }
  try {
    const outcomes = inLanes(batches, (batch) => runInSavepoint(connection, batch));
    db.exec('COMMIT');
    return outcomes;
  } catch {
    // The transaction is gone and with it every batch; the reason shows again when each is run alone.
    reset(connection);
    return null;
  }
}

/** Throws only when the transaction around it is gone. */
function runInSavepoint(connection: Connection, batch: Batch): BatchOutcome {
  const { db } = connection;
  db.exec('SAVEPOINT batch');
  let outcome: BatchOutcome;
  try {
    const row = runSteps(connection, batch);
    outcome = row ? { type: 'stopped', row } : { type: 'done' };
  } catch (error) {
    if (!db.isTransaction) throw error;
    outcome = { type: 'failed', error: toWireError(error) };
  }
  if (outcome.type !== 'done') db.exec('ROLLBACK TO batch');
  db.exec('RELEASE batch');
  return outcome;
}

function runAlone(connection: Connection, batch: Batch): BatchOutcome {
  const { db } = connection;
  try {
    ridingOutLocks(connection, () => db.exec('BEGIN IMMEDIATE'));
    const row = runSteps(connection, batch);
    db.exec(row ? 'ROLLBACK' : 'COMMIT');
    return row ? { type: 'stopped', row } : { type: 'done' };
  } catch (error) {
    reset(connection);
    return { type: 'failed', error: toWireError(error) };
  }
}

/** Runs batches in turn; what follows a failed one in its lane is not tried. */
function inLanes(batches: Batch[], run: (batch: Batch) => BatchOutcome): BatchOutcome[] {
  const failed = new Map<string, WireError>();
  return batches.map((batch) => {
    const before = batch.lane === undefined ? undefined : failed.get(batch.lane);
    if (before) return { type: 'behind', error: before };
    const outcome = run(batch);
    if (outcome.type === 'failed' && batch.lane !== undefined) failed.set(batch.lane, outcome.error);
    return outcome;
  });
}

function runSteps(connection: Connection, batch: Batch): Row | null {
  for (const step of batch.steps) {
    const statement = prepare(connection, step.sql);
    for (const params of step.rows) {
      if (!step.stopOnRow) statement.run(...params);
      else {
        const row = statement.get(...params) as Row | undefined;
        if (row) return row;
      }
    }
  }
  return null;
}

function prepare(connection: Connection, sql: string): StatementSync {
  const { statements } = connection;
  const known = statements.get(sql);
  if (known) return known;
  const statement = connection.db.prepare(sql);
  if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value as string);
  statements.set(sql, statement);
  return statement;
}

function scrub(connection: Connection): void {
  const result = connection.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  connection.scrubDue = result.busy !== 0;
}

/** Another process may hold the lock for a while; gives up after the connection's busy timeout. */
function ridingOutLocks<T>(connection: Pick<Connection, 'busyTimeoutMs'>, work: () => T): T {
  const deadline = performance.now() + connection.busyTimeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      const code = toWireError(error).code & 0xff;
      if ((code !== SQLITE_BUSY && code !== SQLITE_LOCKED) || performance.now() >= deadline) throw error;
    }
  }
}

/** SQLite's result code and words; code 0 for errors that are not SQLite's. */
export function toWireError(error: unknown): WireError {
  const code = (error as { errcode?: unknown }).errcode;
  return {
    code: typeof code === 'number' ? code : 0,
    message: error instanceof Error ? error.message : String(error),
  };
}
