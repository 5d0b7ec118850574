import type { BoardElement, BoardModel, ModelChange } from '@talkoot/board';

/** What others did to elements. */
export interface Digest {
  added: number;
  /** The frame in which all that was added stands; null on the board itself; undefined when they stand here and there. */
  addedIn?: string | null;
  /** How many people added them, as far as that may be known. */
  addedBy: number;
  changed: number;
  moved: number;
  deleted: number;
}

/** Shortest time between two announcements, ms. */
export const DIGEST_MS = 10_000;

/** Gathers what others do, so that it is told seldom and in one breath. */
export class ChangeDigest {
  readonly #model: BoardModel;
  /** Elements as they last were: what of them changed, Yjs' events do not say. */
  readonly #seen = new Map<string, BoardElement>();
  readonly #added = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #moved = new Set<string>();
  #deleted = 0;
  #toldAt = -Infinity;

  constructor(model: BoardModel) {
    this.#model = model;
    for (const element of model.all()) this.#seen.set(element.id, element);
  }

  /** Takes a change in; own ones are not news. */
  note({ changed, removed, local }: ModelChange): void {
    for (const id of changed) {
      const before = this.#seen.get(id);
      const after = this.#model.get(id);
      if (!after) continue;
      this.#seen.set(id, after);
      if (local || this.#added.has(id)) continue;
      if (!before) this.#added.add(id);
      // What only went along with its frame, or follows what it hangs on, was not touched.
      else if (isEdited(before, after)) this.#changed.add(id);
      else if (isMoved(before, after)) this.#moved.add(id);
    }
    for (const id of removed) {
      this.#seen.delete(id);
      this.#changed.delete(id);
      this.#moved.delete(id);
      // Came and went between two announcements: nothing to tell.
      if (!this.#added.delete(id) && !local) this.#deleted++;
    }
  }

  get isEmpty(): boolean {
    return this.#added.size + this.#changed.size + this.#moved.size + this.#deleted === 0;
  }

  /** Milliseconds until the next announcement may be made. */
  waitFrom(now: number): number {
    return Math.max(0, this.#toldAt + DIGEST_MS - now);
  }

  /** What to tell now; null when there is nothing or it is too early. */
  take(now: number): Digest | null {
    if (this.isEmpty || this.waitFrom(now) > 0) return null;
    // Who both moved and edited something edited it.
    const moved = [...this.#moved].filter((id) => !this.#changed.has(id)).length;
    const digest = { ...this.#additions(), changed: this.#changed.size, moved, deleted: this.#deleted };
    this.#added.clear();
    this.#changed.clear();
    this.#moved.clear();
    this.#deleted = 0;
    this.#toldAt = now;
    return digest;
  }

  #additions(): Pick<Digest, 'added' | 'addedIn' | 'addedBy'> {
    const elements = [...this.#added].map((id) => this.#model.get(id)).filter((element) => element !== undefined);
    const frames = new Set(elements.map(({ place }) => place.frame));
    const people = new Set(elements.map(({ author }) => author));
    return {
      added: this.#added.size,
      ...(frames.size === 1 ? { addedIn: [...frames][0] ?? null } : {}),
      // Some of them may not be known: then nobody is counted.
      addedBy: people.has(null) ? 0 : people.size,
    };
  }
}

function isEdited(before: BoardElement, after: BoardElement): boolean {
  return (
    before.text !== after.text ||
    before.locked !== after.locked ||
    before.kind !== after.kind ||
    differ(before.tags, after.tags) ||
    differ(before.fields, after.fields)
  );
}

function isMoved(before: BoardElement, after: BoardElement): boolean {
  // The box of one that connects follows its ends.
  const resized = !after.route && differ(before.size, after.size);
  return (
    resized || before.rotation !== after.rotation || before.order !== after.order || differ(before.place, after.place)
  );
}

function differ(before: unknown, after: unknown): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after);
}
