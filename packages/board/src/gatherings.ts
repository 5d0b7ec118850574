import type { ElementData } from './element.ts';
import { type Box, boxAround } from './geometry.ts';
import type { KindModel } from './kind.ts';

/** What the gatherings need to know of the board. */
export interface GatheringsView<T extends ElementData> {
  kindOf(id: string): KindModel | undefined;
  childrenOf(id: string): readonly { id: string }[];
  /** The box of an element as it is seen, turned. */
  bounds(id: string): Box | undefined;
  /** The box of one in which nothing stands. */
  ownBox(element: T): Box;
}

interface Shown<T> {
  element: T;
  box: Box;
}

/** Elements whose box follows from what stands in them. It is worked out when somebody asks after that changed. */
export class Gatherings<T extends ElementData> {
  readonly #view: GatheringsView<T>;
  /** Every element that gathers; `null`: to be worked out. */
  readonly #shown = new Map<string, Shown<T> | null>();

  constructor(view: GatheringsView<T>) {
    this.#view = view;
  }

  has(id: string | null): id is string {
    return this.#shown.has(id as string);
  }

  ids(): Iterable<string> {
    return this.#shown.keys();
  }

  /** Takes over an element as it is now. */
  put({ id }: T): void {
    if (this.#view.kindOf(id)?.gathers) this.#shown.set(id, null);
    else this.#shown.delete(id);
  }

  remove(id: string): void {
    this.#shown.delete(id);
  }

  /** It, or what stands in it, moved. */
  stale(id: string): void {
    if (this.has(id)) this.#shown.set(id, null);
  }

  /** The element with the size it is seen in, and how many stand in it; with its box. */
  shown(element: T): Shown<T> {
    const known = this.#shown.get(element.id);
    if (known) return known;
    const { kindOf, childrenOf, bounds, ownBox } = this.#view;
    // Lines follow what they hang on, and containers in it could contain it in turn.
    const solid = childrenOf(element.id).filter(({ id }) => !kindOf(id)?.connects && !kindOf(id)?.container);
    const content = boxAround(solid.map(({ id }) => bounds(id)).filter((box) => box !== undefined));
    const box = (content && kindOf(element.id)?.gathers?.box(content)) ?? ownBox(element);
    const { width, height } = box;
    const shown = { element: { ...element, size: { width, height }, gathered: solid.length }, box };
    this.#shown.set(element.id, shown);
    return shown;
  }
}
