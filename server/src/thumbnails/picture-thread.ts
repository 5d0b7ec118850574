import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Gist } from '@talkoot/board';

/** A board to draw: what is seen of it, or all that was ever written. */
export type BoardToDraw = { gist: Gist } | { updates: Uint8Array[] };

export interface PictureJob {
  id: number;
  board: BoardToDraw;
}

/** A board as a small picture (SVG), in both looks of the theme. */
export interface Pictures {
  light: string;
  dark: string;
}

export type PictureAnswer = { id: number } & Pictures;

/** Longest that one board may take, waiting included; then the thread is given up. */
const MOST_MS = 20_000;
/** A thread without work ends after this. */
const IDLE_MS = 30_000;

const WORKER = join(import.meta.dirname, 'thumbnail-worker.ts');

interface Waiting {
  resolve(pictures: Pictures): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

/** Draws boards in a thread of its own, one after another. The thread is there only while there is work. */
export class PictureThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  draw(board: BoardToDraw): Promise<Pictures> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(worker, new Error('drawing a board took too long')), MOST_MS);
      this.#waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, board } satisfies PictureJob);
    });
  }

  #start(): Worker {
    // Nothing of our own environment: it may hold secrets.
    const worker = new Worker(WORKER, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    worker.unref();
    worker.on('message', (answer: PictureAnswer) => this.#done(answer));
    worker.on('error', (error) => this.#giveUp(worker, error));
    worker.on('exit', () => this.#giveUp(worker, new Error('the drawing thread ended')));
    return worker;
  }

  #done({ id, light, dark }: PictureAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    waiting?.resolve({ light, dark });
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
  }

  #giveUp(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    void worker.terminate();
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
  }

  /** Ends the thread; work that waits is rejected. */
  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    if (this.#worker) this.#giveUp(this.#worker, new Error('the server stops'));
  }
}
