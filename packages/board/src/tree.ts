import { compareOrder } from './order.ts';

/** What the tree needs to know of an element. */
export interface TreeEntry {
  id: string;
  order: string;
  place: { frame: string | null };
}

/**
 * Who stands in which frame, siblings sorted by their order. Ranks (positions in the drawing order of the whole
 * board) are counted anew only when somebody asks after the structure changed.
 */
export class ElementTree {
  readonly #children = new Map<string | null, TreeEntry[]>();
  readonly #ranks = new Map<string, number>();
  readonly #find: (id: string) => TreeEntry | undefined;
  /** Parents whose list got new entries at its end and must be sorted before it is read. */
  readonly #unsorted = new Set<string | null>();
  #stale = true;

  constructor(find: (id: string) => TreeEntry | undefined) {
    this.#find = find;
  }

  add(entry: TreeEntry): void {
    const list = this.#children.get(entry.place.frame);
    if (!list) this.#children.set(entry.place.frame, [entry]);
    else {
      list.push(entry);
      this.#unsorted.add(entry.place.frame);
    }
    this.#stale = true;
  }

  remove(entry: TreeEntry): void {
    const list = this.#sorted(entry.place.frame);
    const at = position(list, entry);
    if (at < 0) return;
    list.splice(at, 1);
    if (list.length === 0) this.#children.delete(entry.place.frame);
    this.#stale = true;
  }

  move(before: TreeEntry, after: TreeEntry): void {
    this.remove(before);
    this.add(after);
  }

  /**
   * Entries directly in a frame, lowest first. `null` also has those whose frame is not there: they are shown on
   * the board until it comes.
   */
  childrenOf(frame: string | null): readonly TreeEntry[] {
    if (frame !== null) return this.#sorted(frame);
    const orphans = [...this.#children.keys()].filter((parent) => parent !== null && !this.#find(parent));
    if (orphans.length === 0) return this.#sorted(null);
    return [null, ...orphans].flatMap((parent) => this.#sorted(parent)).sort(compareOrder);
  }

  descendants(frame: string): string[] {
    const found: string[] = [];
    const seen = new Set([frame]);
    const open = [frame];
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
      for (const { id } of this.#children.get(parent) ?? []) {
        if (seen.has(id)) continue;
        seen.add(id);
        found.push(id);
        open.push(id);
      }
    }
    return found;
  }

  rank(id: string): number {
    if (this.#stale) this.#count();
    return this.#ranks.get(id) ?? -1;
  }

  #count(): void {
    this.#ranks.clear();
    const visit = (entries: readonly TreeEntry[]) => {
      for (const { id } of entries) {
        if (this.#ranks.has(id)) continue;
        this.#ranks.set(id, this.#ranks.size);
        if (this.#children.has(id)) visit(this.#sorted(id));
      }
    };
    visit(this.childrenOf(null));
    // Frames inside each other hang on nothing; they come last instead of vanishing, alike for everybody.
    const rest = [...this.#children.values()].flat().filter(({ id }) => !this.#ranks.has(id));
    visit(rest.sort(compareOrder));
    this.#stale = false;
  }

  #sorted(frame: string | null): TreeEntry[] {
    const list = this.#children.get(frame) ?? [];
    if (this.#unsorted.delete(frame)) list.sort(compareOrder);
    return list;
  }
}

/** Where an entry is in a sorted list: by halving, since boards have thousands on one level. */
function position(list: readonly TreeEntry[], entry: TreeEntry): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareOrder(list[middle] as TreeEntry, entry);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
