import type { ElementData } from './element.ts';

/** Which elements people tied together. Of a bundle only one of which is left nothing is to be seen. */
export class Bundles {
  readonly #members = new Map<string, Set<string>>();

  /** Takes over an element as it is now. */
  put(after: ElementData, before: ElementData | undefined): void {
    if (before?.bundle === after.bundle) return;
    if (before) this.remove(before);
    if (after.bundle === null) return;
    const members = this.#members.get(after.bundle);
    if (members) members.add(after.id);
    else this.#members.set(after.bundle, new Set([after.id]));
  }

  remove({ id, bundle }: ElementData): void {
    const members = bundle === null ? undefined : this.#members.get(bundle);
    if (members?.delete(id) && members.size === 0) this.#members.delete(bundle as string);
  }

  /** Ids of all in the bundle of an element, itself included; empty when it is in none, or alone in it. */
  of({ bundle }: ElementData): ReadonlySet<string> {
    const members = bundle === null ? undefined : this.#members.get(bundle);
    return members && members.size > 1 ? members : NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();
