import { StoreConflict, StoreUnavailable } from '../port.ts';
import { Channel } from './channel.ts';
import type { Batch, QueryAnswer, Row, SqlValue, WireError } from './messages.ts';

/** Batches sent to the writer as one group at most. */
const GROUP_SIZE = 256;

interface Waiting {
  batch: Batch;
  resolve: (row: Row | null) => void;
  reject: (error: Error) => void;
}

export interface ClientOptions {
  path: string;
  busyTimeoutMs: number;
  maxPages?: number;
}

/** Right to use the writing connection alone, for an interactive transaction. */
export interface ExclusiveUse {
  /** The worker it began on: a transaction does not survive its worker. */
  readonly generation: number;
}

/**
 * The main thread's side of the two SQLite threads: one writes, one reads. Nothing here blocks. Batches that come in
 * while one is being written go together in the next transaction.
 */
export class SqliteClient {
  readonly #writer: Channel;
  readonly #reader: Channel;
  #waiting: Waiting[] = [];
  #writing = false;
  #exclusive: ExclusiveUse | null = null;
  #released: (() => void)[] = [];
  #idle: (() => void)[] = [];

  constructor(options: ClientOptions) {
    this.#writer = new Channel({ ...options, readOnly: false });
    this.#reader = new Channel({ ...options, readOnly: true });
  }

  /** Runs one statement; a `use` makes it part of that transaction. */
  async query(sql: string, params: SqlValue[], use?: ExclusiveUse): Promise<QueryAnswer> {
    if (use) {
      if (use !== this.#exclusive || use.generation !== this.#writer.generation) throw new StoreUnavailable('lost');
    } else {
      while (this.#exclusive) await this.#untilReleased();
    }
    return this.#ask(this.#writer, sql, params);
  }

  /** Runs one reading statement beside the writer: a slow or locked write does not hold it up. */
  read(sql: string, params: SqlValue[]): Promise<QueryAnswer> {
    return this.#ask(this.#reader, sql, params);
  }

  async #ask(channel: Channel, sql: string, params: SqlValue[]): Promise<QueryAnswer> {
    const response = await channel.send({ type: 'query', sql, params });
    if (response.type === 'error') throw toStoreError(response.error);
    if (response.type !== 'rows') throw new Error(`unexpected answer ${response.type}`);
    return response.answer;
  }

  /** Writes a batch whole. Resolves, durable, with the row that stopped it (nothing written then) or null. */
  batch(batch: Batch): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#writing || this.#exclusive || this.#waiting.length === 0) return;
    const group = this.#waiting.splice(0, GROUP_SIZE);
    this.#writing = true;
    void this.#write(group).finally(() => {
      this.#writing = false;
      this.#pump();
      if (!this.#writing) for (const resume of this.#idle.splice(0)) resume();
    });
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const response = await this.#writer.send({ type: 'group', batches: group.map(({ batch }) => batch) });
      if (response.type === 'error') throw toStoreError(response.error);
      if (response.type !== 'outcomes') throw new Error(`unexpected answer ${response.type}`);
      const failedLanes = new Map<string, Error>();
      response.outcomes.forEach((outcome, index) => {
        const waiting = group[index];
        if (!waiting) return;
        if (outcome.type === 'done') waiting.resolve(null);
        else if (outcome.type === 'stopped') waiting.resolve(outcome.row);
        else {
          const error = outcome.type === 'failed' ? toStoreError(outcome.error) : behind(outcome.error);
          waiting.reject(error);
          if (waiting.batch.lane !== undefined) failedLanes.set(waiting.batch.lane, behind(outcome.error));
        }
      });
      this.#rejectBehind(failedLanes);
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const waiting of group) waiting.reject(reason);
      this.#rejectBehind(
        new Map(group.flatMap(({ batch }) => (batch.lane === undefined ? [] : [[batch.lane, reason]]))),
      );
    }
  }

  /** What was given after a failed batch of the same lane and before anybody could know of the failure. */
  #rejectBehind(failed: Map<string, Error>): void {
    if (failed.size === 0) return;
    this.#waiting = this.#waiting.filter(({ batch, reject }) => {
      const error = batch.lane === undefined ? undefined : failed.get(batch.lane);
      if (error) reject(error);
      return !error;
    });
  }

  /** Keeps everybody else off the writing connection until {@link release}. */
  async acquire(): Promise<ExclusiveUse> {
    while (this.#exclusive) await this.#untilReleased();
    this.#exclusive = { generation: this.#writer.generation };
    return this.#exclusive;
  }

  /** Ends exclusive use; a transaction left open is rolled back. */
  async release(use: ExclusiveUse): Promise<void> {
    if (this.#exclusive !== use) return;
    try {
      await this.#writer.send({ type: 'reset' });
    } finally {
      this.#exclusive = null;
      const released = this.#released;
      this.#released = [];
      for (const resume of released) resume();
      this.#pump();
    }
  }

  #untilReleased(): Promise<void> {
    return new Promise((resolve) => this.#released.push(resolve));
  }

  /** Finishes what is queued and ends the threads. */
  async close(): Promise<void> {
    while (this.#writing || this.#waiting.length > 0) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
    }
    await this.#reader.close();
    await this.#writer.close();
  }

  /** Ends the threads at once, whatever they do: what a crash looks like. */
  async terminate(): Promise<void> {
    await Promise.all([this.#writer.terminate(), this.#reader.terminate()]);
  }
}

function behind(error: WireError): Error {
  const cause = toStoreError(error);
  return cause instanceof StoreUnavailable ? cause : new StoreUnavailable('lost', 'an earlier commit failed');
}

/** SQLite's result codes in the words of the port. */
function toStoreError(error: WireError): Error {
  const constraint = 19;
  const reasons: Record<number, StoreUnavailable['reason']> = {
    5: 'busy',
    6: 'busy',
    7: 'io',
    8: 'io',
    10: 'io',
    13: 'full',
    14: 'io',
  };
  const code = error.code & 0xff;
  if (code === constraint) return new StoreConflict(error.message);
  const reason = reasons[code];
  return reason ? new StoreUnavailable(reason, error.message) : new Error(`sqlite ${error.code}: ${error.message}`);
}
