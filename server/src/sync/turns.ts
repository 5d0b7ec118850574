import { LIMITS } from '@talkoot/protocol';

/** What the turns of a workshop ask of it. */
export interface TurnEvents {
  /** One tick: all that waits, or as much as fits. */
  tick(): Promise<void>;
  /** Does anything wait for a tick? */
  hasMore(): boolean;
  /** A piece of work failed for good. */
  failed(error: unknown): void;
}

/** Lets one piece of work at a time change a workshop: the next begins when the last is stored and sent. */
export class Turns {
  readonly #events: TurnEvents;
  #busy = false;
  #lastEnd = 0;
  #stopped = false;
  #idle: (() => void)[] = [];

  constructor(events: TurnEvents) {
    this.#events = events;
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  /** A tick: at once when the workshop was quiet, joined with what else comes under load. */
  schedule(): void {
    if (this.#busy || this.#stopped) return;
    this.#busy = true;
    const since = performance.now() - this.#lastEnd;
    const tick = (): void => void this.#take(() => this.#events.tick());
    if (since > LIMITS.tickMs) setImmediate(tick);
    else setTimeout(tick, LIMITS.tickMs - since);
  }

  /** One piece of work that is no tick, after the last and before the next. */
  async alone(work: () => Promise<void>): Promise<void> {
    while (this.#busy) await this.whenIdle();
    this.#busy = true;
    await this.#take(work);
  }

  async #take(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#events.failed(error);
    } finally {
      this.#busy = false;
      this.#lastEnd = performance.now();
      if (this.#events.hasMore()) this.schedule();
      else for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  whenIdle(): Promise<void> {
    if (!this.#busy) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** No tick begins any more. */
  stop(): void {
    this.#stopped = true;
  }
}
