import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RehearsalReport } from '@talkoot/protocol';
import type { Beginning, FromCrowd, ToCrowd } from './messages.ts';

const WORKER = join(import.meta.dirname, 'crowd-worker.ts');
/** Longest that simulated people may take to leave. */
const LEAVE_MS = 2_000;

/** Simulated people in a thread of their own, so that they do not hold up the server. */
export class CrowdThread {
  readonly #worker: Worker;
  #over: ((report: RehearsalReport | null) => void) | null = null;
  #done = false;

  constructor(beginning: Beginning, heard: (message: FromCrowd) => void, failed: (error: unknown) => void) {
    // Nothing of our own environment: it may hold secrets.
    const options = { env: {}, workerData: beginning, resourceLimits: { maxOldGenerationSizeMb: 512 } };
    this.#worker = new Worker(WORKER, options);
    this.#worker.unref();
    this.#worker.on('message', (message: FromCrowd) => {
      if (message.type === 'over') {
        this.#done = true;
        if (this.#over) return this.#over(message.report);
      }
      heard(message);
    });
    this.#worker.on('error', failed);
    this.#worker.on('exit', () => {
      this.#over?.(null);
      if (!this.#done) failed(new Error('the thread of a rehearsal ended'));
    });
  }

  tell(message: ToCrowd): void {
    this.#worker.postMessage(message);
  }

  /** Lets everybody leave; how it went, null when that cannot be said. */
  async end(): Promise<RehearsalReport | null> {
    const report = await new Promise<RehearsalReport | null>((resolve) => {
      this.#over = resolve;
      setTimeout(() => resolve(null), LEAVE_MS).unref();
      this.tell({ type: 'end' });
    });
    this.#done = true;
    await this.#worker.terminate();
    return report;
  }
}
