import type { Scope } from '@talkoot/protocol';
import * as Y from 'yjs';
import { Bundles } from './bundles.ts';
import { Connections } from './connections.ts';
import { type ElementData, type ElementMap, elementsOf, readElement, rereadElement } from './element.ts';
import { type Place, TEXT_FIELD } from './fields.ts';
import { absolutePoint, type PlaceLookup } from './frames.ts';
import { type Box, boundsOf, type Point } from './geometry.ts';
import type { EndAt } from './ends.ts';
import { Gatherings } from './gatherings.ts';
import type { KindModel, KindRegistry } from './kind.ts';
import { ElementTree } from './tree.ts';

/** An element of the model: its data and the document it is in. */
export interface BoardElement extends ElementData {
  readonly scope: Scope;
}

/** What one transaction changed. Elements whose frame moved count as changed. */
export interface ModelChange {
  changed: ReadonlySet<string>;
  removed: ReadonlySet<string>;
  /** Those of `changed` that were not there before. */
  added: ReadonlySet<string>;
  /** Made in this browser, not by somebody else. */
  local: boolean;
}

type Listener = (change: ModelChange) => void;
type ElementsObserver = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => void;

interface Attached {
  doc: Y.Doc;
  observer: ElementsObserver;
}

/** When the same id stands in several documents, the first of these is shown. */
const SCOPES: readonly Scope[] = ['board', 'group', 'mine', 'backstage'];

/** Keys of an element that changed; `null`: read it whole. */
type Dirty = Map<string, Set<string> | null>;

/**
 * All elements of the documents a person has open, as one board. Kept up to date from Yjs' events: a change costs
 * what it touches, whatever the size of the board. Outside React; listeners hear once per transaction.
 */
export class BoardModel {
  readonly kinds: KindRegistry;
  readonly #attached = new Map<Scope, Attached>();
  readonly #elements = new Map<string, BoardElement>();
  readonly #tree = new ElementTree((id) => this.#elements.get(id));
  readonly #boxes = new Map<string, Box>();
  readonly #containers = new Set<string>();
  readonly #connections: Connections<BoardElement>;
  readonly #gatherings: Gatherings<BoardElement>;
  readonly #bundles = new Bundles();
  readonly #listeners = new Set<Listener>();
  /** Elements of the board of which a group has its own copies: those are shown in their stead. */
  #covered: ReadonlySet<string> = new Set();
  readonly #lookup: PlaceLookup = (id) => this.#elements.get(id)?.place;

  constructor(kinds: KindRegistry) {
    this.kinds = kinds;
    this.#connections = new Connections({
      kinds,
      corner: (element) => this.cornerOf(element),
      box: (id) => this.bounds(id),
    });
    this.#gatherings = new Gatherings({
      kindOf: (id) => this.kindOf(id),
      childrenOf: (id) => this.#tree.childrenOf(id),
      bounds: (id) => this.bounds(id),
      ownBox: ({ place, size }) => ({ ...absolutePoint(place, this.#lookup), ...size }),
    });
  }

  /** Shows a document; one that was there in the same scope is put away first, in the same notice. */
  attach(scope: Scope, doc: Y.Doc): void {
    const removed = this.#drop(scope);
    const observer: ElementsObserver = (events, transaction) =>
      this.#apply(scope, dirtyFrom(events, elementsOf(doc)), transaction.local);
    const elements = elementsOf(doc);
    elements.observeDeep(observer);
    this.#attached.set(scope, { doc, observer });
    const ids = new Set([...removed, ...elements.keys(), ...this.#cover()]);
    this.#refresh(ids.values(), () => null, true);
  }

  /** Works out anew what is covered by copies; answers whatever was or is. */
  #cover(): Set<string> {
    const before = this.#covered;
    const group = this.#attached.get('group');
    const origins = group ? [...elementsOf(group.doc).values()].map((map) => map.get('origin')) : [];
    this.#covered = new Set(origins.filter((origin) => typeof origin === 'string'));
    return new Set([...before, ...this.#covered]);
  }

  /** Puts a document away with all its elements. */
  detach(scope: Scope): void {
    const ids = new Set([...this.#drop(scope), ...this.#cover()]);
    this.#refresh(ids.values(), () => null, true);
  }

  #drop(scope: Scope): Set<string> {
    const attached = this.#attached.get(scope);
    if (!attached) return new Set();
    elementsOf(attached.doc).unobserveDeep(attached.observer);
    this.#attached.delete(scope);
    const ids = new Set<string>();
    for (const element of this.#elements.values()) if (element.scope === scope) ids.add(element.id);
    return ids;
  }

  #apply(scope: Scope, dirty: Dirty, local: boolean): void {
    const current = (id: string) => this.#elements.get(id)?.scope === scope;
    // Copies come whole, when the group begins: what only changes covers nothing new.
    const covers = scope === 'group' && [...dirty.values()].includes(null) ? this.#cover() : [];
    this.#refresh(new Set([...dirty.keys(), ...covers]), (id) => (current(id) ? (dirty.get(id) ?? null) : null), local);
  }

  /** Reads the named elements again and tells listeners; `keysOf` says which of their keys are enough. */
  #refresh(ids: Iterable<string>, keysOf: (id: string) => Set<string> | null, local: boolean): void {
    const added = new Set<string>();
    const changed = new Set<string>();
    const removed = new Set<string>();
    for (const id of ids) {
      const before = this.#elements.get(id);
      const after = this.#read(id, before, keysOf(id));
      if (after && !before) added.add(id);
      if (after) this.#put(after, before, changed);
      else if (before) {
        this.#elements.delete(id);
        this.#tree.remove(before);
        this.#boxes.delete(id);
        this.#containers.delete(id);
        this.#connections.remove(before);
        this.#gatherings.remove(id);
        this.#bundles.remove(before);
        this.#shifted(id, changed);
        this.#regather(before, changed);
        removed.add(id);
      }
    }
    for (const id of removed) changed.delete(id);
    if (changed.size > 0 || removed.size > 0) this.#tell({ changed, removed, added, local });
  }

  #read(id: string, before: BoardElement | undefined, keys: Set<string> | null): BoardElement | null {
    if (before && keys && !(before.scope === 'board' && this.#covered.has(id))) {
      const map = elementMap(this.#attached.get(before.scope), id);
      const data = rereadElement(before, map, keys, this.kinds);
      if (data) return { ...data, scope: before.scope };
    }
    for (const scope of SCOPES) {
      if (scope === 'board' && this.#covered.has(id)) continue;
      const map = elementMap(this.#attached.get(scope), id);
      const data = map ? readElement(id, map, this.kinds) : null;
      if (data) return { ...data, scope };
    }
    return null;
  }

  #put(after: BoardElement, before: BoardElement | undefined, changed: Set<string>): void {
    this.#elements.set(after.id, after);
    if (this.kinds.get(after.kind)?.container) this.#containers.add(after.id);
    else this.#containers.delete(after.id);
    if (!before) this.#tree.add(after);
    else if (before.place.frame !== after.place.frame || before.order !== after.order) this.#tree.move(before, after);
    this.#boxes.delete(after.id);
    this.#connections.put(after, before);
    this.#gatherings.put(after);
    this.#bundles.put(after, before);
    changed.add(after.id);
    const moved = !before || before.place !== after.place;
    if (moved) this.#shifted(after.id, changed);
    else if (before.size === after.size && before.rotation === after.rotation && before.kind === after.kind) return;
    else this.#pull(after.id, changed);
    if (before) this.#regather(before, changed);
    this.#regather(after, changed);
  }

  /** What gathers an element follows it, and what hangs on that. */
  #regather({ place: { frame } }: BoardElement, changed: Set<string>): void {
    if (!this.#gatherings.has(frame)) return;
    this.#gatherings.stale(frame);
    changed.add(frame);
    this.#pull(frame, changed);
  }

  /** What stands in a frame moves with it, and what hangs on any of that follows. */
  #shifted(frame: string, changed: Set<string>): void {
    this.#pull(frame, changed);
    for (const id of this.#tree.descendants(frame)) {
      this.#boxes.delete(id);
      this.#connections.stale(id);
      this.#gatherings.stale(id);
      changed.add(id);
      this.#pull(id, changed);
    }
  }

  #pull(id: string, changed: Set<string>): void {
    for (const hanging of this.#connections.hangingOn(id)) {
      this.#connections.stale(hanging);
      changed.add(hanging);
    }
  }

  #tell(change: ModelChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  get size(): number {
    return this.#elements.size;
  }

  get(id: string): BoardElement | undefined {
    const element = this.#elements.get(id);
    if (!element) return undefined;
    if (this.#connections.has(id)) return this.#connections.routed(element);
    return this.#gatherings.has(id) ? this.#gatherings.shown(element).element : element;
  }

  /** Every element as its document has it, in no order; {@link get} also knows the way of those that connect and the box of those that gather. */
  all(): Iterable<BoardElement> {
    return this.#elements.values();
  }

  /** Ids of everything that can hold other elements; few, however large the board. */
  containers(): Iterable<string> {
    return this.#containers;
  }

  /** Ids of everything whose box follows from what stands in it. */
  gatherings(): Iterable<string> {
    return this.#gatherings.ids();
  }

  kindOf(id: string): KindModel | undefined {
    const element = this.#elements.get(id);
    return element && this.kinds.get(element.kind);
  }

  /** The elements placed directly in a frame (null: on the board itself), lowest first. */
  childrenOf(frame: string | null): BoardElement[] {
    return this.#tree.childrenOf(frame).map((entry) => this.get(entry.id) as BoardElement);
  }

  /** Everything that stands in a frame, however deep. */
  descendantsOf(frame: string): string[] {
    return this.#tree.descendants(frame);
  }

  /**
   * The element's box on the board, whatever frames it stands in; rotation is not counted. That of one that connects
   * is the box of its way.
   */
  box(id: string): Box | undefined {
    return this.#connections.has(id) ? this.get(id)?.route?.box : this.#solidBox(id);
  }

  /** The box along the axes around the element as it is seen, turned. */
  bounds(id: string): Box | undefined {
    const box = this.box(id);
    return box && boundsOf(box, this.#elements.get(id)?.rotation);
  }

  #solidBox(id: string): Box | undefined {
    const known = this.#boxes.get(id);
    if (known) return known;
    const element = this.#elements.get(id);
    if (!element) return undefined;
    if (this.#gatherings.has(id)) return this.#gatherings.shown(element).box;
    const box = { ...absolutePoint(element.place, this.#lookup), ...element.size };
    this.#boxes.set(id, box);
    return box;
  }

  /** The corner of an element's place on the board, from which free ends are counted. */
  cornerOf({ place }: BoardElement): Point {
    return absolutePoint(place, this.#lookup);
  }

  /** Ids of the elements that run from or to this one. */
  connectionsOf(id: string): ReadonlySet<string> {
    return this.#connections.hangingOn(id);
  }

  /** Where the two ends of an element are; undefined for kinds that do not connect. */
  endsOf(element: BoardElement): [EndAt, EndAt] | undefined {
    return this.#connections.endsWith(element, (id) => this.bounds(id));
  }

  /** The element with its way between ends as somebody sees them just now; `by`: it is itself being moved. */
  routeWith(element: BoardElement, boxOf: (id: string) => Box | undefined, by?: Point): BoardElement {
    return this.#connections.routeWith(element, boxOf, by);
  }

  /** Ids of all that are tied into one bundle with an element, itself included; empty when it is in none. */
  bundleOf(id: string): ReadonlySet<string> {
    const element = this.#elements.get(id);
    return element ? this.#bundles.of(element) : NONE;
  }

  /** The place of an element, for the functions of `frames.ts`. */
  get places(): PlaceLookup {
    return this.#lookup;
  }

  placeOf(id: string): Place | undefined {
    return this.#lookup(id);
  }

  /** Height in the drawing: a frame lies under what stands in it, siblings by their order. */
  rank(id: string): number {
    return this.#tree.rank(id);
  }

  /** Sorts ids lowest first, in place. */
  sortByRank(ids: string[]): string[] {
    return ids.sort((a, b) => this.#tree.rank(a) - this.#tree.rank(b));
  }

  /** The document an element is in. */
  documentOf(id: string): Y.Doc | undefined {
    const element = this.#elements.get(id);
    return element && this.#attached.get(element.scope)?.doc;
  }

  /** Called once per transaction that touched an element; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const NONE: ReadonlySet<string> = new Set();

function elementMap(attached: Attached | undefined, id: string): ElementMap | undefined {
  return attached && elementsOf(attached.doc).get(id);
}

/** Which elements a batch of Yjs events touches, and which of their keys. */
function dirtyFrom(events: Y.YEvent<Y.AbstractType<unknown>>[], elements: Y.Map<ElementMap>): Dirty {
  const dirty: Dirty = new Map();
  for (const event of events) {
    if (event.target === (elements as unknown)) {
      for (const id of (event as Y.YMapEvent<unknown>).keysChanged) dirty.set(id, null);
      continue;
    }
    const id = String(event.path[0]);
    const keys = dirty.get(id);
    if (keys === null) continue;
    const touched = event.path.length === 1 && event instanceof Y.YMapEvent ? event.keysChanged : [TEXT_FIELD];
    dirty.set(id, new Set([...(keys ?? []), ...touched]));
  }
  return dirty;
}
