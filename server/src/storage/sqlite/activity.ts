import type { ActivityStore } from '../port.ts';
import type { Database } from '../tables.ts';

const ROW = ['id', 'element', 'kind', 'participantId', 'what', 'since', 'at'] as const;

/** Who changed what, in SQLite; entries are written with commits. */
export function sqliteActivity(db: Database): ActivityStore {
  const of = (workshopId: string) => db.selectFrom('activity').where('workshopId', '=', workshopId);
  return {
    list(workshopId, { element, before, limit }) {
      let rows = of(workshopId).select(ROW).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
      if (element !== undefined) rows = rows.where('element', '=', element);
      if (before === undefined) return rows.execute();
      const then = of(workshopId).select('at').where('id', '=', before);
      return rows
        .where((eb) => eb.or([eb('at', '<', then), eb.and([eb('at', '=', then), eb('id', '<', before)])]))
        .execute();
    },

    async trim(workshopId, most) {
      const kept = of(workshopId).select('id').orderBy('at', 'desc').orderBy('id', 'desc').limit(most);
      await db.deleteFrom('activity').where('workshopId', '=', workshopId).where('id', 'not in', kept).execute();
    },
  };
}
