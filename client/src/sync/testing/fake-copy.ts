import * as Y from 'yjs';
import type { OpenLocalCopy } from '../local-copy.ts';

/** A browser's own storage without a browser: copies live on from one load of the page to the next. */
export class FakeCopies {
  readonly #kept = new Map<string, Uint8Array>();

  open: OpenLocalCopy = (name, doc) => {
    const before = this.#kept.get(name);
    if (before) Y.applyUpdate(doc, before, this);
    const keep = (): void => void this.#kept.set(name, Y.encodeStateAsUpdate(doc));
    doc.on('update', keep);
    return {
      loaded: Promise.resolve(),
      keep,
      clear: async () => {
        doc.off('update', keep);
        this.#kept.delete(name);
      },
      close: async () => doc.off('update', keep),
    };
  };

  get size(): number {
    return this.#kept.size;
  }
}
