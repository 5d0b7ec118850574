import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import type { Database } from '../storage/tables.ts';
import { cleanImage } from './images.ts';
import type { BlobStore } from './port.ts';

/** What one workshop may keep. */
const WORKSHOP_BYTES = 200 * 1024 * 1024;

interface StoredBlob {
  hash: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
}

/** Images of workshops: cleaned, kept once by hash, readable where a grant says so. */
export interface Blobs {
  /** Cleans and keeps an image and grants it to the workshop. Throws an `upload-` problem. */
  add(workshopId: string, file: Uint8Array): Promise<StoredBlob>;
  /** An image of a workshop with its bytes; null without a grant. */
  read(workshopId: string, hash: string): Promise<{ blob: StoredBlob; content: Uint8Array } | null>;
  /** Lets a workshop show images that another may show; those it may not are left out. Answers how many there were. */
  adopt(from: string, to: string, hashes: readonly string[]): Promise<number>;
  /** Removes what no workshop has a grant for. */
  sweep(): Promise<number>;
}

export function createBlobs(db: Database, files: BlobStore, clock: Clock): Blobs {
  async function refuseWhenFull(workshopId: string, more: number): Promise<void> {
    const { used } = await db
      .selectFrom('blobGrant')
      .innerJoin('blob', 'blob.hash', 'blobGrant.hash')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('blob.bytes'), eb.val(0)).as('used'))
      .where('blobGrant.workshopId', '=', workshopId)
      .executeTakeFirstOrThrow();
    if (used + more > WORKSHOP_BYTES)
      throw new ProblemError('upload-too-large', 'the workshop has no room for more images');
  }

  return {
    async add(workshopId, file) {
      const { bytes: content, mediaType, width, height } = await cleanImage(file);
      await refuseWhenFull(workshopId, content.byteLength);
      const hash = createHash('sha256').update(content).digest('hex');
      await files.put(hash, content);
      const blob: StoredBlob = { hash, mediaType, width, height, bytes: content.byteLength };
      const createdAt = clock();
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('blob')
          .values({ ...blob, createdAt })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await transaction
          .insertInto('blobGrant')
          .values({ workshopId, hash, createdAt })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
      return blob;
    },

    async read(workshopId, hash) {
      const blob = await db
        .selectFrom('blobGrant')
        .innerJoin('blob', 'blob.hash', 'blobGrant.hash')
        .select(['blob.hash', 'blob.mediaType', 'blob.width', 'blob.height', 'blob.bytes'])
        .where('blobGrant.workshopId', '=', workshopId)
        .where('blobGrant.hash', '=', hash)
        .executeTakeFirst();
      const content = blob && (await files.get(hash));
      return content ? { blob, content } : null;
    },

    async adopt(from, to, hashes) {
      const granted = await db
        .selectFrom('blobGrant')
        .innerJoin('blob', 'blob.hash', 'blobGrant.hash')
        .select(['blob.hash', 'blob.bytes'])
        .where('blobGrant.workshopId', '=', from)
        .where('blobGrant.hash', 'in', hashes)
        .execute();
      if (granted.length === 0) return 0;
      const bytes = granted.reduce((sum, blob) => sum + blob.bytes, 0);
      await refuseWhenFull(to, bytes);
      const createdAt = clock();
      await db
        .insertInto('blobGrant')
        .values(granted.map(({ hash }) => ({ workshopId: to, hash, createdAt })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return granted.length;
    },

    async sweep() {
      const orphans = await db
        .deleteFrom('blob')
        .where((eb) =>
          eb.not(
            eb.exists(eb.selectFrom('blobGrant').select('blobGrant.hash').whereRef('blobGrant.hash', '=', 'blob.hash')),
          ),
        )
        .returning('hash')
        .execute();
      for (const { hash } of orphans) await files.remove(hash);
      return orphans.length;
    },
  };
}
