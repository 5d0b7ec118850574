import type { BoardModel, Box, Point } from '@talkoot/board';
import RBush from 'rbush';

interface Entry {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  id: string;
}

/** Where everything is, for drawing what is in view and for finding what is under the pointer. */
export class SpatialIndex {
  readonly #model: BoardModel;
  readonly #tree = new RBush<Entry>(16);
  readonly #entries = new Map<string, Entry>();

  constructor(model: BoardModel) {
    this.#model = model;
    this.rebuild();
  }

  /** Loads all elements at once, which is far cheaper than one after another. */
  rebuild(): void {
    this.#tree.clear();
    this.#entries.clear();
    for (const { id } of this.#model.all()) {
      const entry = this.#entryOf(id);
      if (entry) this.#entries.set(id, entry);
    }
    this.#tree.load([...this.#entries.values()]);
  }

  /** Takes over the present box of an element; answers the one it had. */
  update(id: string): Box | null {
    const before = this.#entries.get(id);
    if (before) this.#tree.remove(before);
    const after = this.#entryOf(id);
    if (after) {
      this.#entries.set(id, after);
      this.#tree.insert(after);
    } else this.#entries.delete(id);
    return before ? boxOf(before) : null;
  }

  #entryOf(id: string): Entry | null {
    const box = this.#model.bounds(id);
    if (!box) return null;
    return { minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height, id };
  }

  /** Ids of what touches a box, lowest in the drawing first. */
  search(box: Box): string[] {
    const found = this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height });
    return this.#model.sortByRank(found.map(({ id }) => id));
  }

  /** How many elements touch a box. */
  count(box: Box): number {
    return this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height }).length;
  }

  /** Ids of what lies under a point, topmost first. */
  at(point: Point, slack = 0): string[] {
    return this.search({ x: point.x - slack, y: point.y - slack, width: 2 * slack, height: 2 * slack }).reverse();
  }

  get size(): number {
    return this.#entries.size;
  }
}

function boxOf(entry: Entry): Box {
  return { x: entry.minX, y: entry.minY, width: entry.maxX - entry.minX, height: entry.maxY - entry.minY };
}
