import type { Size } from '@talkoot/board';

/** Where a lifted element is shown, and until when. */
export interface Lift {
  dx: number;
  dy: number;
  /** Another size while it is being resized. */
  size?: Size;
  /** Another angle while it is being turned. */
  rotation?: number;
  /** Other values while it is pulled about: ends of a line. */
  fields?: Readonly<Record<string, unknown>>;
  /** It came to rest: put back at this time (ms). Until then it is in motion. */
  restsUntil: number | null;
}

/** Time a lifted element rests before it goes back into the tiles. */
export const REST_MS = 400;

/**
 * Elements drawn above the board because they move, so that moving redraws only them. Three reasons lift: the
 * person drags, others drag (presence), or the document keeps moving them.
 */
export class LiftedElements {
  readonly #lifts = new Map<string, Lift>();

  get size(): number {
    return this.#lifts.size;
  }

  has(id: string): boolean {
    return this.#lifts.has(id);
  }

  get(id: string): Lift | undefined {
    return this.#lifts.get(id);
  }

  ids(): string[] {
    return [...this.#lifts.keys()];
  }

  /** Shows an element elsewhere; answers true when it was not lifted before. */
  hold(id: string, lift: Omit<Lift, 'restsUntil'>): boolean {
    const isNew = !this.#lifts.has(id);
    this.#lifts.set(id, { ...lift, restsUntil: null });
    return isNew;
  }

  /** The element stands where the document has it, and may move again soon. */
  rest(id: string, now: number): boolean {
    const isNew = !this.#lifts.has(id);
    this.#lifts.set(id, { dx: 0, dy: 0, restsUntil: now + REST_MS });
    return isNew;
  }

  drop(id: string): boolean {
    return this.#lifts.delete(id);
  }

  /** Takes out what has rested long enough. */
  expire(now: number): string[] {
    const done: string[] = [];
    for (const [id, lift] of this.#lifts) {
      if (lift.restsUntil === null || lift.restsUntil > now) continue;
      this.#lifts.delete(id);
      done.push(id);
    }
    return done;
  }

  /** Ids of what is in motion. */
  *held(): Iterable<string> {
    for (const [id, { restsUntil }] of this.#lifts) if (restsUntil === null) yield id;
  }

  /** When the next element will have rested; null when none rests. */
  nextExpiry(): number | null {
    let next: number | null = null;
    for (const { restsUntil } of this.#lifts.values()) {
      if (restsUntil !== null && (next === null || restsUntil < next)) next = restsUntil;
    }
    return next;
  }
}
