import { elementsOf, type Place, standsIn } from '@talkoot/board';
import * as Y from 'yjs';
import type { BoardView, ElementView } from './types.ts';

/** How a document is looked at: locks that do not count yet, and an element that the change itself replaces. */
export interface ViewOptions {
  ignoreLocks?: ReadonlySet<string> | undefined;
  /** An element that the same update deletes before it makes it again. */
  replacing?: string | undefined;
  replacedBy?: string | undefined;
  /** Where elements are to stand that the update makes. */
  coming?: ReadonlyMap<string, Place> | undefined;
}

/** A document as `rights` sees it; the gate looks at the server's, the client at its own. */
export class DocumentView implements BoardView {
  readonly #elements: Y.Map<Y.Map<unknown>>;
  readonly #deleted: BoardView['deleted'];
  readonly #options: ViewOptions;

  constructor(doc: Y.Doc, deleted: BoardView['deleted'] = () => undefined, options: ViewOptions = {}) {
    this.#elements = elementsOf(doc);
    this.#deleted = deleted;
    this.#options = options;
  }

  element(id: string): ElementView | undefined {
    return id === this.#options.replacing ? undefined : this.#read(id);
  }

  coming(id: string): Place | undefined {
    return this.#options.coming?.get(id);
  }

  #read(id: string): ElementView | undefined {
    const map = this.#elements.get(id);
    if (!(map instanceof Y.Map)) return undefined;
    const author = map.get('author');
    return {
      kind: String(map.get('kind')),
      author: typeof author === 'string' ? author : null,
      locked: map.get('locked') === true && !this.#options.ignoreLocks?.has(id),
      // Between the two steps of an undo an element may have no place yet.
      place: (map.get('place') as Place | undefined) ?? { frame: null, x: 0, y: 0 },
    };
  }

  countIn(frames: readonly string[], author?: string): number {
    const lookup = (id: string): Place | undefined => this.#read(id)?.place;
    const within = (place: Place | undefined): boolean =>
      frames.length === 0 ? (place?.frame ?? null) === null : place !== undefined && standsIn(place, frames, lookup);
    const counts = (map: Y.Map<unknown>): boolean =>
      (author === undefined || map.get('author') === author) && within(map.get('place') as Place | undefined);
    return [...this.#elements.values()].filter(counts).length;
  }

  deleted(id: string): ReturnType<BoardView['deleted']> {
    if (id !== this.#options.replacing) return this.#deleted(id);
    const live = this.#read(id);
    return live && { author: live.author, kind: live.kind, deletedBy: this.#options.replacedBy ?? null };
  }
}
