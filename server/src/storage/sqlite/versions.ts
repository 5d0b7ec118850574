import type { VersionStore } from '../port.ts';
import type { Database } from '../tables.ts';

const ROW = ['id', 'epoch', 'seq', 'createdAt', 'name', 'reason', 'participantId', 'elements'] as const;

/** Versions of boards in SQLite; they are written with the commits of documents. */
export function sqliteVersions(db: Database): VersionStore {
  const of = (workshopId: string) => db.selectFrom('version').where('workshopId', '=', workshopId);
  return {
    list(workshopId, { before, limit }) {
      const rows = of(workshopId).select(ROW).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit);
      if (before === undefined) return rows.execute();
      const then = of(workshopId).select('createdAt').where('id', '=', before);
      return rows
        .where((eb) => eb.or([eb('createdAt', '<', then), eb.and([eb('createdAt', '=', then), eb('id', '<', before)])]))
        .execute();
    },

    async get(workshopId, id) {
      return (await of(workshopId).select(ROW).where('id', '=', id).executeTakeFirst()) ?? null;
    },

    async state(workshopId, id) {
      return (await of(workshopId).select('state').where('id', '=', id).executeTakeFirst())?.state ?? null;
    },

    async countNamed(workshopId) {
      const { named } = await of(workshopId)
        .select(({ fn }) => fn.count<number>('name').as('named'))
        .executeTakeFirstOrThrow();
      return Number(named);
    },

    unnamed(workshopId) {
      return of(workshopId)
        .select(['id', 'createdAt'])
        .where('name', 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .execute();
    },

    async rename(workshopId, id, name) {
      const changed = await db
        .updateTable('version')
        .set({ name })
        .where('workshopId', '=', workshopId)
        .where('id', '=', id)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async remove(workshopId, ids) {
      if (ids.length === 0) return;
      await db.deleteFrom('version').where('workshopId', '=', workshopId).where('id', 'in', ids).execute();
    },
  };
}
