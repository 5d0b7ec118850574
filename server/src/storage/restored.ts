import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Log } from '../log.ts';
import type { Database } from './tables.ts';

/** Whoever puts an older copy of the data folder back makes a file of this name in it. */
export const RESTORED_MARK = 'restored';

/**
 * After a restore browsers know more than the server does. Every document begins a new epoch, so that nothing of
 * theirs is merged as it is; each browser brings back what its own person wrote. A start that dies half way does it
 * again, which harms nobody.
 */
export async function heedRestore(db: Database, dataDir: string, log: Log): Promise<void> {
  const mark = join(dataDir, RESTORED_MARK);
  const isThere = await access(mark).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  await db.updateTable('document').set({ epoch: sql<string>`lower(hex(randomblob(12)))` }).execute();
  await rm(mark);
  log.warn('data was restored: every document begins a new epoch');
}
