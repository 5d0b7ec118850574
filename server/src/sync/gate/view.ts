import type { Place } from '@talkoot/board';
import type { BoardView, ElementView } from '@talkoot/rights';
import type * as Y from 'yjs';
import { liveMap } from './changes.ts';

interface Options {
  /** Locks too young to count. */
  ignoreLocks: ReadonlySet<string> | undefined;
  /** An element that the same update deletes before it makes it again. */
  replacing: string | undefined;
  replacedBy: string;
}

/** The document before the update, as `rights` sees it. */
export class DocView implements BoardView {
  readonly #doc: Y.Doc;
  readonly #deleted: BoardView['deleted'];
  readonly #options: Options;

  constructor(doc: Y.Doc, deleted: BoardView['deleted'], options: Options) {
    this.#doc = doc;
    this.#deleted = deleted;
    this.#options = options;
  }

  element(id: string): ElementView | undefined {
    return id === this.#options.replacing ? undefined : this.#read(id);
  }

  #read(id: string): ElementView | undefined {
    const map = liveMap(this.#doc, id);
    if (!map) return undefined;
    const author = map.get('author');
    return {
      kind: String(map.get('kind')),
      author: typeof author === 'string' ? author : null,
      locked: map.get('locked') === true && !this.#options.ignoreLocks?.has(id),
      place: map.get('place') as Place,
    };
  }

  deleted(id: string): ReturnType<BoardView['deleted']> {
    if (id !== this.#options.replacing) return this.#deleted(id);
    const live = this.#read(id);
    return live && { author: live.author, kind: live.kind, deletedBy: this.#options.replacedBy };
  }
}
