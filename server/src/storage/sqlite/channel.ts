import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../port.ts';
import type { Request, Response, SqlValue, WorkerOptions } from './messages.ts';

type WithoutId<R> = R extends { id: number } ? Omit<R, 'id'> : never;
interface Pending {
  resolve: (response: Response) => void;
  reject: (error: Error) => void;
}

/** Requests to one worker thread and their answers. A worker that dies is replaced; what it had in hand is lost. */
export class Channel {
  readonly #options: WorkerOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #nextId = 1;
  #closed = false;
  /** Counts the workers; rises when one was replaced. */
  generation = 0;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** The worker's answer. Rejects with `StoreUnavailable` when the worker dies first or the channel is closed. */
  send(request: WithoutId<Request>): Promise<Response> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('closed'));
    const { copy, buffers } = ownBytes(request);
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#pending.set(id, { resolve, reject });
      this.#alive().postMessage({ ...copy, id }, buffers);
    });
  }

  #alive(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#options });
    this.generation++;
    this.#worker = worker;
    let failure: Error | undefined;
    worker.on('message', (response: Response) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      pending?.resolve(response);
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.on('exit', () => this.#died(worker, failure));
    return worker;
  }

  #died(worker: Worker, failure: Error | undefined): void {
    if (this.#worker === worker) this.#worker = null;
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of lost) pending.reject(new StoreUnavailable('lost', failure?.message ?? 'worker ended'));
  }

  /** Lets the worker finish what it has and ends it. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const worker = this.#worker;
    const done = worker ? this.send({ type: 'close' }) : null;
    this.#closed = true;
    await done;
    await worker?.terminate();
  }

  async terminate(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }
}

/**
 * The sender goes on using its bytes, so one copy is needed; it is handed over. (Cloning a view would copy the whole
 * buffer behind it.)
 */
function ownBytes(request: WithoutId<Request>): { copy: WithoutId<Request>; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = [];
  const own = (value: SqlValue): SqlValue => {
    if (!(value instanceof Uint8Array)) return value;
    const bytes = new Uint8Array(value);
    buffers.push(bytes.buffer);
    return bytes;
  };
  if (request.type === 'query') return { copy: { ...request, params: request.params.map(own) }, buffers };
  if (request.type !== 'group') return { copy: request, buffers };
  const batches = request.batches.map((batch) => ({
    ...batch,
    steps: batch.steps.map((step) => ({ ...step, rows: step.rows.map((row) => row.map(own)) })),
  }));
  return { copy: { type: 'group', batches }, buffers };
}
