import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A document kept in the browser, so that a reload without a connection loses nothing. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document. */
  readonly loaded: Promise<void>;
  /** Keeps an update that the document took in unheard. */
  keep(update: Uint8Array): void;
  /** Throws the copy away. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the copy of this name and lets the document be kept in it. */
export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy;

/** In IndexedDB, which works without a secure context; null where the browser has none, as in some private windows. */
export const openIndexedDbCopy: OpenLocalCopy | null =
  typeof indexedDB === 'undefined'
    ? null
    : (name, doc) => {
        const persistence = new IndexeddbPersistence(name, doc);
        const store = persistence._storeUpdate;
        // It listens from the start, but before it is read it stores nothing, and then all that is there. Yjs encodes
        // every change for whoever listens: what the copy itself holds would be encoded for nothing.
        doc.off('update', store);
        persistence.once('synced', () => doc.on('update', store));
        return {
          loaded: persistence.whenSynced.then(() => undefined),
          keep: (update) => persistence.synced && store(update, null),
          clear: () => persistence.clearData(),
          close: () => persistence.destroy(),
        };
      };
