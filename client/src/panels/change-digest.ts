import type { BoardElement, BoardModel, ModelChange } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { MessageKey, TypeMessageKey } from '@talkoot/i18n';

/** What of an element was changed, by the key of its name; {@link EDITED}: its words or its looks. */
export type Aspect = MessageKey | TypeMessageKey;
export const EDITED = 'outline.othersChanged' as const satisfies Aspect;

/** What others did to elements: the kinds of those, one for each element. */
export interface Digest {
  added: readonly string[];
  /** The frame in which all that was added stands; null on the board itself; undefined when they stand here and there. */
  addedIn?: string | null;
  /** How many people added them, as far as that may be known. */
  addedBy: number;
  changed: ReadonlyMap<Aspect, readonly string[]>;
  moved: readonly string[];
  deleted: readonly string[];
}

/** Shortest time between two announcements, ms. */
export const DIGEST_MS = 10_000;

/** Gathers what others do, so that it is told seldom and in one breath. */
export class ChangeDigest {
  readonly #model: BoardModel;
  /** Elements as they last were: what of them changed, Yjs' events do not say. */
  readonly #seen = new Map<string, BoardElement>();
  readonly #added = new Set<string>();
  readonly #changed = new Map<Aspect, Set<string>>();
  readonly #moved = new Set<string>();
  readonly #deleted: string[] = [];
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
      if (!before) {
        this.#added.add(id);
        continue;
      }
      for (const aspect of editedIn(before, after)) {
        const edited = this.#changed.get(aspect) ?? new Set();
        this.#changed.set(aspect, edited.add(id));
      }
      // What only went along with its frame, or follows what it hangs on, was not touched.
      if (isMoved(before, after)) this.#moved.add(id);
    }
    for (const id of removed) {
      const kind = this.#seen.get(id)?.kind;
      this.#seen.delete(id);
      this.#forget(id);
      // Came and went between two announcements: nothing to tell.
      if (!this.#added.delete(id) && !local && kind !== undefined) this.#deleted.push(kind);
    }
  }

  #forget(id: string): void {
    this.#moved.delete(id);
    for (const [aspect, ids] of this.#changed) {
      if (ids.delete(id) && ids.size === 0) this.#changed.delete(aspect);
    }
  }

  get isEmpty(): boolean {
    return this.#added.size + this.#changed.size + this.#moved.size + this.#deleted.length === 0;
  }

  /** Milliseconds until the next announcement may be made. */
  waitFrom(now: number): number {
    return Math.max(0, this.#toldAt + DIGEST_MS - now);
  }

  /** What to tell now; null when there is nothing or it is too early. */
  take(now: number): Digest | null {
    if (this.isEmpty || this.waitFrom(now) > 0) return null;
    const edited = new Set([...this.#changed.values()].flatMap((ids) => [...ids]));
    // Who both moved and edited something edited it.
    const moved = [...this.#moved].filter((id) => !edited.has(id));
    const changed = [...this.#changed].map(([aspect, ids]): [Aspect, string[]] => [aspect, this.#kinds(ids)]);
    const digest = {
      ...this.#additions(),
      changed: new Map(changed.filter(([, kinds]) => kinds.length > 0)),
      moved: this.#kinds(moved),
      deleted: [...this.#deleted],
    };
    this.#added.clear();
    this.#changed.clear();
    this.#moved.clear();
    this.#deleted.length = 0;
    this.#toldAt = now;
    return digest;
  }

  #kinds(ids: Iterable<string>): string[] {
    return [...ids].map((id) => this.#model.get(id)?.kind).filter((kind) => kind !== undefined);
  }

  #additions(): Pick<Digest, 'added' | 'addedIn' | 'addedBy'> {
    const elements = [...this.#added].map((id) => this.#model.get(id)).filter((element) => element !== undefined);
    const frames = new Set(elements.map(({ place }) => place.frame));
    const people = new Set(elements.map(({ author }) => author));
    return {
      added: elements.map(({ kind }) => kind),
      ...(frames.size === 1 ? { addedIn: [...frames][0] ?? null } : {}),
      // Some of them may not be known: then nobody is counted.
      addedBy: people.has(null) ? 0 : people.size,
    };
  }
}

/** What of an element was edited; empty when nothing was. */
function editedIn(before: BoardElement, after: BoardElement): Aspect[] {
  const { controls = [], connects } = ELEMENT_TYPES.get(after.kind) ?? {};
  const lines = controls.filter(({ type }) => type === 'line');
  const named: [Aspect, boolean][] = [
    ['canvas.tags', differ(before.tags, after.tags)],
    ['canvas.bundle', before.bundle !== after.bundle],
    ['outline.column.links', connects?.ends.some((end) => differ(before.fields[end], after.fields[end])) ?? false],
    ...lines.map(({ field, labelKey }): [Aspect, boolean] => [labelKey, before.fields[field] !== after.fields[field]]),
  ];
  const told = new Set([...lines.map(({ field }) => field), ...(connects?.ends ?? [])]);
  const isEdited =
    before.text !== after.text ||
    before.locked !== after.locked ||
    before.kind !== after.kind ||
    differ(without(before.fields, told), without(after.fields, told));
  const edited: Aspect[] = isEdited ? [EDITED] : [];
  return [...edited, ...named.filter(([, changed]) => changed).map(([aspect]) => aspect)];
}

function without(fields: BoardElement['fields'], names: ReadonlySet<string>): unknown {
  return Object.entries(fields).filter(([name]) => !names.has(name));
}

function isMoved(before: BoardElement, after: BoardElement): boolean {
  // The box of one that connects follows its ends, that of one that gathers what stands in it.
  const resized = !after.route && after.gathered === undefined && differ(before.size, after.size);
  return (
    resized || before.rotation !== after.rotation || before.order !== after.order || differ(before.place, after.place)
  );
}

function differ(before: unknown, after: unknown): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after);
}
