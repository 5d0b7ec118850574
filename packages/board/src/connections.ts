import type { ElementData } from './element.ts';
import { type End, type EndAt, endAt } from './ends.ts';
import type { Box, Point } from './geometry.ts';
import type { KindRegistry } from './kind.ts';

/** What the connections need to know of the board. */
export interface ConnectionsView<T extends ElementData> {
  kinds: KindRegistry;
  /** The corner of an element's place on the board. */
  corner(element: T): Point;
  /** The box of an element that does not itself connect. */
  box(id: string): Box | undefined;
}

/**
 * Elements that run between others: which hang on which, and the ways between their ends. A way is worked out when
 * somebody asks for it after one of its ends moved.
 */
export class Connections<T extends ElementData> {
  readonly #view: ConnectionsView<T>;
  readonly #hanging = new Map<string, Set<string>>();
  /** Every element that connects; `null`: to be worked out. */
  readonly #routed = new Map<string, T | null>();

  constructor(view: ConnectionsView<T>) {
    this.#view = view;
  }

  has(id: string): boolean {
    return this.#routed.has(id);
  }

  /** Takes over an element as it is now. */
  put(after: T, before: T | undefined): void {
    if (before) this.remove(before);
    const ends = this.#endsOf(after);
    if (!ends) return;
    this.#routed.set(after.id, null);
    for (const { element } of ends) {
      if (element === null) continue;
      const hanging = this.#hanging.get(element);
      if (hanging) hanging.add(after.id);
      else this.#hanging.set(element, new Set([after.id]));
    }
  }

  remove(element: T): void {
    if (!this.#routed.delete(element.id)) return;
    for (const end of this.#endsOf(element) ?? []) {
      const hanging = end.element === null ? undefined : this.#hanging.get(end.element);
      if (hanging?.delete(element.id) && hanging.size === 0) this.#hanging.delete(end.element as string);
    }
  }

  /** Ids of what hangs on an element. */
  hangingOn(id: string): ReadonlySet<string> {
    return this.#hanging.get(id) ?? NONE;
  }

  /** An element, or what it hangs on, moved: its way is to be worked out anew. */
  stale(id: string): void {
    if (this.#routed.has(id)) this.#routed.set(id, null);
  }

  /** The element with its way, its place and size those of the way's box. */
  routed(element: T): T {
    const known = this.#routed.get(element.id);
    if (known) return known;
    const routed = this.routeWith(element, this.#view.box);
    this.#routed.set(element.id, routed);
    return routed;
  }

  /** The same with boxes as somebody sees them just now, as while they are dragged. */
  routeWith(element: T, boxOf: (id: string) => Box | undefined, by: Point = { x: 0, y: 0 }): T {
    const connects = this.#view.kinds.get(element.kind)?.connects;
    const ends = connects && this.endsWith(element, boxOf, by);
    if (!ends) return element;
    const route = connects.route(element, ...ends);
    return { ...element, size: { width: route.box.width, height: route.box.height }, route };
  }

  /** Where both ends are; undefined for elements that do not connect. */
  endsWith(element: T, boxOf: (id: string) => Box | undefined, by: Point = { x: 0, y: 0 }): [EndAt, EndAt] | undefined {
    const ends = this.#endsOf(element);
    if (!ends) return undefined;
    const { x, y } = this.#view.corner(element);
    const corner = { x: x + by.x, y: y + by.y };
    const solid = (id: string): Box | undefined => (this.#routed.has(id) ? undefined : boxOf(id));
    return [endAt(ends[0], corner, solid), endAt(ends[1], corner, solid)];
  }

  #endsOf(element: T): [End, End] | undefined {
    const connects = this.#view.kinds.get(element.kind)?.connects;
    if (!connects) return undefined;
    const [from, to] = connects.ends;
    return [element.fields[from] as End, element.fields[to] as End];
  }
}

const NONE: ReadonlySet<string> = new Set();
