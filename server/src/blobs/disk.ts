import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../ids.ts';
import type { BlobStore } from './port.ts';

/** Blobs as files below a folder, named by their hash. */
export function diskBlobs(folder: string): BlobStore {
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a hash');
    return join(folder, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async put(hash, bytes) {
      const path = pathOf(hash);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Under another name until it is whole on the disk: a crash leaves no half of a blob.
      const draft = `${path}.${newId()}`;
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },

    async get(hash) {
      return readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },

    remove: (hash) => rm(pathOf(hash), { force: true }),
  };
}
