import { elementsOf, TEXT_FIELD } from '@talkoot/board';
import * as Y from 'yjs';
import type { LostWords } from './rebase.ts';

const MOST_KEPT = 500;

/**
 * Words written in an element that somebody else deletes before they are stored. The server cannot always tell, as it
 * forgets what stood in the element, and once the deletion is here Yjs forgets it too: so they are taken as it arrives.
 */
export class DeletedWords {
  /** Elements in which words of this person wait to be stored. */
  readonly #writing = new Set<string>();
  /** Words of elements deleted a moment ago, for when the server says that work landed in them. */
  readonly #words = new Map<string, string>();
  readonly #lost: (words: LostWords) => void;

  constructor(lost: (words: LostWords) => void) {
    this.#lost = lost;
  }

  watch(doc: Y.Doc): void {
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!transaction.local) return;
      for (const type of transaction.changed.keys()) this.#noteWriting(type);
    });
    elementsOf(doc).observe((event, transaction) => {
      if (transaction.local) return;
      for (const [id, { action, oldValue }] of event.changes.keys) {
        if (action === 'delete' && oldValue instanceof Y.Map) this.#deleted(id, oldValue, transaction);
      }
    });
  }

  /** The server said what it has: words beyond that wait, as those of an earlier visit that the local copy kept. */
  serverHas(doc: Y.Doc, stateVector: Uint8Array): void {
    const states = Y.decodeStateVector(stateVector);
    for (const [client, structs] of doc.store.clients) {
      const from = states.get(client) ?? 0;
      if (from >= Y.getState(doc.store, client)) continue;
      for (const struct of structs.slice(Y.findIndexSS(structs, from))) {
        if (struct instanceof Y.Item && !struct.deleted) this.#noteWriting(struct.parent);
      }
    }
  }

  #noteWriting(type: unknown): void {
    const element = type instanceof Y.Text ? type.parent : null;
    const id = element instanceof Y.Map ? element._item?.parentSub : null;
    if (id) this.#writing.add(id);
  }

  /** All that was written is stored. */
  allStored(): void {
    this.#writing.clear();
  }

  #deleted(id: string, element: Y.Map<unknown>, transaction: Y.Transaction): void {
    const content = element._map.get(TEXT_FIELD)?.content;
    if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.Text)) return;
    const text = wordsBefore(content.type, transaction);
    if (this.#writing.delete(id)) {
      if (text.trim()) this.#lost({ elementId: id, text, reason: 'deleted' });
      return;
    }
    this.#words.set(id, text);
    const [oldest] = this.#words.keys();
    if (this.#words.size > MOST_KEPT && oldest !== undefined) this.#words.delete(oldest);
  }

  /** Words of a deleted element that were not handed back yet. */
  take(id: string): string | undefined {
    const text = this.#words.get(id);
    this.#words.delete(id);
    return text;
  }
}

/** The words as they stood before a transaction that deletes them. */
function wordsBefore(text: Y.Text, transaction: Y.Transaction): string {
  let words = '';
  for (let item = text._start; item; item = item.right) {
    const wasThere = !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
    if (wasThere && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words;
}
