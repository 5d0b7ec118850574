import type { Duplex } from 'node:stream';

/** How many sockets each key has: counted up when taken, down when the socket ends, whatever ends it. */
export class Tally {
  readonly #most: number;
  readonly #counts = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one more; false, and not counted, when there are as many as may be or the socket has ended. */
  take(key: string, socket: Duplex): boolean {
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.#most || socket.destroyed) return false;
    this.#counts.set(key, count + 1);
    socket.once('close', () => this.#drop(key));
    return true;
  }

  #drop(key: string): void {
    const count = (this.#counts.get(key) ?? 1) - 1;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }
}
