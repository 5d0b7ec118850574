import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A document kept in the browser, so that a reload without a connection loses nothing. */
export interface LocalCopy {
  /** Resolves when what was kept is in the document. */
  readonly loaded: Promise<void>;
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
        return {
          loaded: persistence.whenSynced.then(() => undefined),
          clear: () => persistence.clearData(),
          close: () => persistence.destroy(),
        };
      };
