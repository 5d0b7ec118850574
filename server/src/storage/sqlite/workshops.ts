import type { NewWorkshop, WorkshopStore } from '../port.ts';
import { toWorkshopRow } from '../rows.ts';
import type { Database } from '../tables.ts';
import type { SqliteClient } from './client.ts';
import { newEpoch } from './documents.ts';

/** Workshops and their people in SQLite. */
export function sqliteWorkshops(client: SqliteClient, db: Database): WorkshopStore {
  return {
    create: (workshop) => create(client, workshop),

    async get(id) {
      const row = await db.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toWorkshopRow(row) : null;
    },

    async closing() {
      const rows = await db
        .selectFrom('workshop')
        .select('id')
        .where('closesAt', 'is not', null)
        .where('deletedAt', 'is', null)
        .execute();
      return rows.map((row) => row.id);
    },

    participants(workshopId) {
      return db
        .selectFrom('participant')
        .selectAll()
        .where('workshopId', '=', workshopId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
    },

    async grants(workshopId) {
      const rows = await db.selectFrom('blobGrant').select('hash').where('workshopId', '=', workshopId).execute();
      return rows.map((row) => row.hash);
    },
  };
}

async function create(client: SqliteClient, input: NewWorkshop): Promise<void> {
  const { workshop, participants, documents, grants, session } = input;
  await client.batch({
    steps: [
      {
        sql: `insert into workshop
          (id, teamId, title, language, state, joinCode, rules, closesAt, createdAt, updatedAt, deletedAt, rehearsal)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        rows: [
          [
            workshop.id,
            workshop.teamId,
            workshop.title,
            workshop.language,
            workshop.state,
            workshop.joinCode,
            JSON.stringify(workshop.rules),
            workshop.closesAt,
            workshop.createdAt,
            workshop.updatedAt,
            workshop.deletedAt,
            workshop.rehearsal && JSON.stringify(workshop.rehearsal),
          ],
        ],
      },
      {
        sql: `insert into participant (id, workshopId, accountId, name, role, status, colour, createdAt, mode, tag)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        rows: participants.map((row) => [
          row.id,
          row.workshopId,
          row.accountId,
          row.name,
          row.role,
          row.status,
          row.colour,
          row.createdAt,
          row.mode,
          row.tag,
        ]),
      },
      {
        sql: 'insert into document (workshopId, document, epoch) values (?, ?, ?)',
        rows: documents.map(({ document }) => [workshop.id, document, newEpoch()]),
      },
      {
        sql: 'insert into logEntry (workshopId, document, seq, bytes) values (?, ?, 1, ?)',
        rows: documents.map(({ document, update }) => [workshop.id, document, update]),
      },
      {
        sql: 'insert into blobGrant (workshopId, hash, createdAt) values (?, ?, ?)',
        rows: grants.map((hash) => [workshop.id, hash, workshop.createdAt]),
      },
      {
        sql: 'insert into workshopSession (workshopId, state) values (?, ?)',
        rows: session === undefined ? [] : [[workshop.id, session]],
      },
    ],
  });
}
