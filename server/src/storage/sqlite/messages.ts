/** What SQLite stores as it is. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** One statement run once per row of parameters. */
export interface Step {
  sql: string;
  rows: SqlValue[][];
  /** A row in the answer stops the batch: it is rolled back and the row handed out. */
  stopOnRow?: boolean;
}

/** Steps that are written together or not at all. */
export interface Batch {
  steps: Step[];
  /** When a batch of a lane fails, those given after it in the same lane fail too. */
  lane?: string;
  /** Leave no trace of what was deleted: the write-ahead log is truncated after the commit. */
  scrub?: boolean;
}

export type Row = Record<string, SqlValue>;

/** An error in a form that crosses threads. `code` is SQLite's extended result code. */
export interface WireError {
  code: number;
  message: string;
}

export type BatchOutcome =
  | { type: 'done' }
  | { type: 'stopped'; row: Row }
  | { type: 'failed'; error: WireError }
  /** An earlier batch of its lane failed with this error. */
  | { type: 'behind'; error: WireError };

export type Request =
  | { id: number; type: 'query'; sql: string; params: SqlValue[] }
  | { id: number; type: 'group'; batches: Batch[] }
  | { id: number; type: 'reset' }
  | { id: number; type: 'close' };

export interface QueryAnswer {
  rows: Row[];
  changes?: bigint;
  insertId?: bigint;
}

export type Response =
  | { id: number; type: 'rows'; answer: QueryAnswer }
  | { id: number; type: 'outcomes'; outcomes: BatchOutcome[] }
  | { id: number; type: 'ok' }
  | { id: number; type: 'error'; error: WireError };

/** How a worker opens the database. */
export interface WorkerOptions {
  path: string;
  readOnly: boolean;
  /** How long a lock of another process is waited out. */
  busyTimeoutMs: number;
  /** Upper bound of the file, for tests of a full disk. */
  maxPages?: number;
}
