import { readThread, type Thread, type ThreadMap, threadsOf } from '@talkoot/board';
import type * as Y from 'yjs';
import type { BoardSession } from './session.ts';

/** How many comments stand on an element in threads that are open, and in all of them. */
export interface CommentCount {
  open: number;
  all: number;
}

const NONE: CommentCount = { open: 0, all: 0 };

/** When something was last said in a thread, server time in ms. */
export function lastSaid({ comments }: Thread): number {
  return comments.at(-1)?.at ?? 0;
}

/** The threads of a board as this browser has them. They are only read here: every change is a command. */
export class BoardComments {
  readonly #session: BoardSession;
  readonly #threads = new Map<string, Thread>();
  readonly #listeners = new Set<() => void>();
  #root: Y.Map<ThreadMap> | null = null;
  #list: readonly Thread[] = [];
  #counts: ReadonlyMap<string, CommentCount> = new Map();

  constructor(session: BoardSession) {
    this.#session = session;
  }

  /** Begins to read; answers how to stop. */
  follow(): () => void {
    const stop = this.#session.subscribe(() => this.#attach());
    this.#attach();
    return () => {
      stop();
      this.#root?.unobserveDeep(this.#changed);
      this.#root = null;
    };
  }

  /** The document may have become another one. */
  #attach(): void {
    const doc = this.#session.document('board');
    const root = doc ? threadsOf(doc) : null;
    if (root === this.#root) return;
    this.#root?.unobserveDeep(this.#changed);
    this.#root = root;
    this.#threads.clear();
    root?.observeDeep(this.#changed);
    for (const id of root?.keys() ?? []) this.#read(id);
    this.#tell();
  }

  readonly #changed = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const ids = new Set<string>();
    for (const { path, keys } of events) {
      if (path.length > 0) ids.add(String(path[0]));
      else for (const id of keys.keys()) ids.add(id);
    }
    for (const id of ids) this.#read(id);
    this.#tell();
  };

  #read(id: string): void {
    const thread = readThread(id, this.#root?.get(id));
    if (thread) this.#threads.set(id, thread);
    else this.#threads.delete(id);
  }

  #tell(): void {
    this.#list = [...this.#threads.values()].sort((a, b) => lastSaid(b) - lastSaid(a) || (a.id < b.id ? -1 : 1));
    const counts = new Map<string, CommentCount>();
    for (const { element, resolved, comments } of this.#list) {
      const { open, all } = counts.get(element) ?? NONE;
      counts.set(element, { open: open + (resolved ? 0 : comments.length), all: all + comments.length });
    }
    this.#counts = counts;
    for (const listener of this.#listeners) listener();
  }

  /** All threads, those in which something was said last first; another list after each change. */
  threads(): readonly Thread[] {
    return this.#list;
  }

  /** Counts by element; another map after each change. */
  counts(): ReadonlyMap<string, CommentCount> {
    return this.#counts;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
