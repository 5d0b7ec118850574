import * as Y from 'yjs';
import { ROOTS } from './element.ts';

/**
 * Undo and redo of one person over several documents: each document has Yjs' own undo manager, and this list
 * remembers in which document the next step back lies.
 */
export class UndoList {
  readonly #managers = new Map<Y.Doc, Y.UndoManager>();
  #undo: Y.Doc[] = [];
  #redo: Y.Doc[] = [];
  readonly #listeners = new Set<() => void>();

  readonly #origin: unknown;
  readonly #captureMs: number;

  /** Changes made with this origin are undoable; edits within `captureMs` count as one. */
  constructor(origin: unknown, captureMs = 500) {
    this.#origin = origin;
    this.#captureMs = captureMs;
  }

  /** Follows a document; its `elements` and `comments` become undoable. */
  attach(doc: Y.Doc, alsoTrack: unknown[] = []): void {
    const scope = [doc.getMap(ROOTS.elements), doc.getMap(ROOTS.comments)];
    const manager = new Y.UndoManager(scope, {
      trackedOrigins: new Set([this.#origin, ...alsoTrack]),
      captureTimeout: this.#captureMs,
    });
    manager.on('stack-item-added', ({ type }) => this.#added(doc, type));
    this.#managers.set(doc, manager);
  }

  #added(doc: Y.Doc, type: 'undo' | 'redo'): void {
    if (type === 'redo') this.#redo.push(doc);
    else {
      this.#undo.push(doc);
      if (!this.#managers.get(doc)?.redoing) this.#redo = [];
    }
    this.#changed();
  }

  /** Adds an origin whose changes count as this person's, such as a text binding. */
  track(doc: Y.Doc, origin: unknown): void {
    this.#managers.get(doc)?.addTrackedOrigin(origin);
  }

  /** The next edit starts a step of its own. */
  stopCapturing(): void {
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
    return this.#step(this.#undo, (manager) => manager.undo());
  }

  redo(): boolean {
    return this.#step(this.#redo, (manager) => manager.redo());
  }

  /** Steps whose elements others deleted meanwhile have no effect; they are skipped. */
  #step(list: Y.Doc[], run: (manager: Y.UndoManager) => unknown): boolean {
    for (let doc = list.pop(); doc; doc = list.pop()) {
      const manager = this.#managers.get(doc);
      if (manager && run(manager)) {
        this.#changed();
        return true;
      }
    }
    this.#changed();
    return false;
  }

  /** Forgets a document, as when it is replaced by a fresh one. */
  detach(doc: Y.Doc): void {
    this.#managers.get(doc)?.destroy();
    this.#managers.delete(doc);
    this.#undo = this.#undo.filter((entry) => entry !== doc);
    this.#redo = this.#redo.filter((entry) => entry !== doc);
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
