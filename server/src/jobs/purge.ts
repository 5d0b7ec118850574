import { LIMITS } from '@talkoot/protocol';
import type { Blobs } from '../blobs/blobs.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/tables.ts';

const DAY_MS = 86_400_000;

interface PurgeParts {
  db: Database;
  blobs: Blobs;
  clock: Clock;
  log: Log;
}

/** Removes for good what its time is over: deleted workshops, dead sessions, tickets and invitations, unused blobs. */
export async function purge({ db, blobs, clock, log }: PurgeParts): Promise<void> {
  const now = clock();
  const workshops = await db
    .deleteFrom('workshop')
    .where('deletedAt', '<', now - LIMITS.undoDeleteDays * DAY_MS)
    .executeTakeFirst();
  await db.deleteFrom('guestSession').where('expiresAt', '<', now).execute();
  await db.deleteFrom('ticket').where('firstUseBy', '<', now).execute();
  // A used ticket lives as long as its session; none lasts longer than a guest's.
  await db
    .deleteFrom('ticket')
    .where('createdAt', '<', now - 31 * DAY_MS)
    .execute();
  await db.deleteFrom('invitation').where('expiresAt', '<', now).execute();
  await db.deleteFrom('authSession').where('expiresAt', '<', new Date(now).toISOString()).execute();
  const images = await blobs.sweep();
  log.info({ workshops: Number(workshops.numDeletedRows), images }, 'purged');
}

/** Purges now and once a day; the answer stops it. */
export function purgeDaily(parts: PurgeParts): () => void {
  const run = (): void => {
    purge(parts).catch((error: unknown) => parts.log.error({ err: error }, 'purge failed'));
  };
  run();
  const timer = setInterval(run, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
