import type { ModelChange } from '@talkoot/board';

/** How many elements others added, changed and deleted. */
export interface Digest {
  added: number;
  changed: number;
  deleted: number;
}

/** Shortest time between two announcements, ms. */
export const DIGEST_MS = 10_000;

/** Gathers what others do, so that it is told seldom and in one breath. */
export class ChangeDigest {
  #added = new Set<string>();
  #changed = new Set<string>();
  #deleted = new Set<string>();
  #toldAt = -Infinity;

  /** Takes a change in; own ones are not news. */
  note({ added, changed, removed, local }: ModelChange): void {
    if (local) return;
    for (const id of added) this.#added.add(id);
    for (const id of changed) if (!this.#added.has(id)) this.#changed.add(id);
    for (const id of removed) {
      // Came and went between two announcements: nothing to tell.
      if (!this.#added.delete(id)) this.#deleted.add(id);
      this.#changed.delete(id);
    }
  }

  get isEmpty(): boolean {
    return this.#added.size + this.#changed.size + this.#deleted.size === 0;
  }

  /** Milliseconds until the next announcement may be made. */
  waitFrom(now: number): number {
    return Math.max(0, this.#toldAt + DIGEST_MS - now);
  }

  /** What to tell now; null when there is nothing or it is too early. */
  take(now: number): Digest | null {
    if (this.isEmpty || this.waitFrom(now) > 0) return null;
    const digest = { added: this.#added.size, changed: this.#changed.size, deleted: this.#deleted.size };
    this.#added.clear();
    this.#changed.clear();
    this.#deleted.clear();
    this.#toldAt = now;
    return digest;
  }
}
