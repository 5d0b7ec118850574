import * as Y from 'yjs';
import { type ElementMap, elementsOf } from './element.ts';

/**
 * Yjs lets what a cleared step brought back be collected as garbage, though older steps may still lead to it, and then
 * throws. Here it is kept: little, and only until the page is left.
 */
class KeepingUndoManager extends Y.UndoManager {
  override clear(undo = true, redo = true): void {
    if (undo) this.undoStack = [];
    if (redo) this.redoStack = [];
  }
}

/** A step in a document, and how many items of its undo manager it takes. */
interface Step {
  doc: Y.Doc;
  parts: number;
}

/** What one item of an undo manager put in and took away. */
type Part = Y.UndoManager['undoStack'][number];

/** One of the two ways through an undo manager: what it walks, and what it leaves behind. */
interface Way {
  stack: Part[];
  behind: Part[];
  run: () => unknown;
}

function undoing(manager: Y.UndoManager): Way {
  return { stack: manager.undoStack, behind: manager.redoStack, run: () => manager.undo() };
}

function redoing(manager: Y.UndoManager): Way {
  return { stack: manager.redoStack, behind: manager.undoStack, run: () => manager.redo() };
}

/**
 * Undo and redo of one person over several documents: each document has Yjs' own undo manager, and this list
 * remembers in which document the next step back lies.
 */
export class UndoList {
  readonly #managers = new Map<Y.Doc, Y.UndoManager>();
  #undo: Step[] = [];
  #redo: Step[] = [];
  /** What is added next belongs to the newest step. */
  #joins = false;
  /** The parts that are being walked over. */
  #walking: readonly Part[] = [];
  readonly #listeners = new Set<() => void>();

  readonly #origin: unknown;
  readonly #captureMs: number;
  #gesture: string | undefined;

  /** Changes made with this origin are undoable; edits within `captureMs` count as one. */
  constructor(origin: unknown, captureMs = 500) {
    this.#origin = origin;
    this.#captureMs = captureMs;
  }

  /** Follows a document; its `elements` become undoable. */
  attach(doc: Y.Doc, alsoTrack: unknown[] = []): void {
    const manager = new KeepingUndoManager([elementsOf(doc)], {
      trackedOrigins: new Set([this.#origin, ...alsoTrack]),
      captureTimeout: this.#captureMs,
      deleteFilter: (item) => mayGo(item) || wasRemoved(item, this.#walking),
    });
    manager.on('stack-item-added', ({ type }) => this.#added(doc, type));
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      if (transaction.origin === manager) anchorNew(transaction);
    });
    this.#managers.set(doc, manager);
  }

  #added(doc: Y.Doc, type: 'undo' | 'redo'): void {
    const list = type === 'redo' ? this.#redo : this.#undo;
    const last = list.at(-1);
    if (this.#joins && last?.doc === doc) last.parts++;
    else list.push({ doc, parts: 1 });
    if (type === 'undo') {
      if (!this.#managers.get(doc)?.redoing) this.#redo = [];
    }
    this.#changed();
  }

  /** Adds an origin whose changes count as this person's, such as a text binding. */
  track(doc: Y.Doc, origin: unknown): void {
    this.#managers.get(doc)?.addTrackedOrigin(origin);
  }

  /**
   * An edit begins: a step of its own, unless it goes on with the same gesture (such as typing in one element) after
   * no longer than `captureMs`.
   */
  begin(gesture?: string): void {
    if (gesture === undefined || gesture !== this.#gesture) this.stopCapturing();
    this.#gesture = gesture;
  }

  /**
   * Runs the parts of the step that was begun. One `undo` takes all of them back, each as an update of its own: what
   * was too large for one update is too large for one on the way back, too.
   */
  inParts(parts: readonly (() => void)[]): void {
    try {
      for (const [index, run] of parts.entries()) {
        if (index > 0) this.#stopManagers();
        run();
        this.#joins = true;
      }
    } finally {
      this.#joins = false;
    }
  }

  /** The next edit starts a step of its own. */
  stopCapturing(): void {
    this.#gesture = undefined;
    this.#stopManagers();
  }

  #stopManagers(): void {
    for (const manager of this.#managers.values()) manager.stopCapturing();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Takes back this person's last step; false when nothing was left to take back. */
  undo(): boolean {
    return this.#walk(this.#undo, undoing);
  }

  redo(): boolean {
    return this.#walk(this.#redo, redoing);
  }

  /** Steps whose elements others deleted meanwhile have no effect; they are skipped. */
  #walk(list: Step[], way: (manager: Y.UndoManager) => Way): boolean {
    for (let step = list.pop(); step; step = list.pop()) {
      const manager = this.#managers.get(step.doc);
      if (manager && this.#walkParts(step, way(manager))) {
        this.#changed();
        return true;
      }
    }
    this.#changed();
    return false;
  }

  /**
   * The manager walks over the parts of this step alone: from one without effect it would go on to what came before.
   * What came before lies behind it meanwhile, since both lists tell it whose changes are this person's.
   */
  #walkParts({ doc, parts }: Step, { stack, behind, run }: Way): boolean {
    const others = stack.splice(0, stack.length - parts);
    behind.unshift(...others);
    this.#walking = [...stack];
    try {
      while (stack.length > 0) {
        if (completing(doc, run)) this.#joins = true;
      }
      return this.#joins;
    } finally {
      this.#joins = false;
      this.#walking = [];
      behind.splice(0, others.length);
      stack.unshift(...others);
    }
  }

  /** Forgets a document, as when it is replaced by a fresh one. */
  detach(doc: Y.Doc): void {
    this.#managers.get(doc)?.destroy();
    this.#managers.delete(doc);
    this.#undo = this.#undo.filter((step) => step.doc !== doc);
    this.#redo = this.#redo.filter((step) => step.doc !== doc);
    this.#changed();
  }

  /** Called after every change of `canUndo` or `canRedo`; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Yjs takes back a set by deleting the new value and bringing back the old one, but brings nothing back when somebody
 * else's value came in between: the field would vanish. Then the value stays, unless it was the field's first.
 */
function mayGo(item: Y.Item): boolean {
  const parent = item.parent;
  if (item.parentSub === null || !(parent instanceof Y.AbstractType) || parent._item === null) return true;
  return isFirst(item, item.parentSub) || parent._map.get(item.parentSub) !== item;
}

/**
 * Whether a step brought this value back into a field from which it had been removed, so that the way on is to remove
 * it again: nothing was there instead that this step would bring back.
 */
function wasRemoved(item: Y.Item, walking: readonly Part[]): boolean {
  if (!walking.some(({ insertions }) => Y.isDeleted(insertions, item.id))) return false;
  let returned = false;
  for (let at = item.left; at; at = at.left) {
    const { id, redone } = at;
    if (walking.some(({ deletions }) => Y.isDeleted(deletions, id))) return false;
    if (redone && Y.compareIDs(redone, item.id)) returned = true;
  }
  return returned;
}

/** Whether a field had no value before this one; also when both came back with their deleted element. */
function isFirst(item: Y.Item, field: string): boolean {
  if (item.left !== null) return false;
  const former = item.parent instanceof Y.AbstractType ? item.parent._item?.left?.content : undefined;
  if (!(former instanceof Y.ContentType)) return true;
  for (let at = former.type._map.get(field) ?? null; at; at = at.left) {
    if (at.redone && Y.compareIDs(at.redone, item.id)) return isFirst(at, field);
  }
  return true;
}

/**
 * Words that Yjs brings back into an element that was itself brought back may name neighbours that never stood side by
 * side, or in the other order. Copies that take such words in another order would differ for ever, so each gets the
 * neighbours it really has here, before anybody is told.
 */
function anchorNew({ doc, beforeState }: Y.Transaction): void {
  const from = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  if (Y.getState(doc.store, doc.clientID) <= from) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const item = structs[index];
    if (!(item instanceof Y.Item) || item.parentSub !== null) continue;
    const isLater = ({ id }: Y.Item): boolean => id.client === item.id.client && id.clock > item.id.clock;
    let { left, right } = item;
    while (left && isLater(left)) left = left.left;
    while (right && isLater(right)) right = right.right;
    item.origin = left?.lastId ?? null;
    item.rightOrigin = right?.id ?? null;
  }
}

/**
 * Runs a step back; what it brings back is made whole again. Yjs leaves out a field of a deleted element into which
 * somebody else wrote at the same time, and an element without it would be seen by nobody.
 */
function completing(doc: Y.Doc, step: () => unknown): boolean {
  const elements = elementsOf(doc);
  const returned = new Set<string>();
  const note = (event: Y.YMapEvent<ElementMap>): void => {
    for (const [id, { action }] of event.changes.keys) if (action !== 'delete') returned.add(id);
  };
  elements.observe(note);
  const done = Boolean(step());
  elements.unobserve(note);
  doc.transact(() => {
    for (const id of returned) fillFromFormer(elements, id);
  }, 'completing');
  return done;
}

function fillFromFormer(elements: Y.Map<ElementMap>, id: string): void {
  const item = elements._map.get(id);
  const former = item?.left?.content;
  const map = elements.get(id);
  if (!(former instanceof Y.ContentType) || !(former.type instanceof Y.Map) || !map) return;
  for (const [name, last] of former.type._map) {
    // A lock is a facilitator's to put back.
    if (map.has(name) || name === 'locked') continue;
    for (let at: Y.Item | null = last; at; at = at.left) {
      if (!(at.content instanceof Y.ContentAny)) continue;
      map.set(name, at.content.arr.at(-1));
      break;
    }
  }
}
