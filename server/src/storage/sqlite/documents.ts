import { randomBytes } from 'node:crypto';
import { CommandDone, type Commit, type DocumentStore, type StoredRoom } from '../port.ts';
import type { Database } from '../tables.ts';
import type { SqliteClient } from './client.ts';
import { commitSteps } from './commit-steps.ts';

/** Documents in SQLite. Reads run beside the writer; every write is one batch. */
export function sqliteDocuments(client: SqliteClient, db: Database): DocumentStore {
  return {
    load: (workshopId, document) => load(client, db, workshopId, document),
    commit: (commit) => writeCommit(client, commit),

    async saveSnapshot(workshopId, document, { seq, bytes, stateVector }) {
      await client.batch({
        steps: [
          {
            sql: `insert into snapshot (workshopId, document, seq, bytes, stateVector) values (?, ?, ?, ?, ?)
              on conflict do update set seq = excluded.seq, bytes = excluded.bytes, stateVector = excluded.stateVector
              where excluded.seq > seq`,
            rows: [[workshopId, document, seq, bytes, stateVector]],
          },
          {
            sql: 'delete from logEntry where workshopId = ? and document = ? and seq <= ?',
            rows: [[workshopId, document, seq]],
          },
        ],
      });
    },

    async version(workshopId, document) {
      const { rows } = await client.read(VERSION, [workshopId, document]);
      const [row] = rows as unknown as { epoch: string | null; seq: number }[];
      return `${row?.epoch ?? ''}.${row?.seq ?? 0}`;
    },

    async commandResult(workshopId, commandId) {
      const row = await db
        .selectFrom('command')
        .select('result')
        .where('workshopId', '=', workshopId)
        .where('id', '=', commandId)
        .executeTakeFirst();
      return row?.result ?? null;
    },

    async session(workshopId) {
      const row = await db
        .selectFrom('workshopSession')
        .select('state')
        .where('workshopId', '=', workshopId)
        .executeTakeFirst();
      return row?.state ?? null;
    },

    async ballots(workshopId) {
      return db
        .selectFrom('ballot')
        .select(['roundId', 'participantId', 'ballot'])
        .where('workshopId', '=', workshopId)
        .execute();
    },

    async names(workshopId) {
      const rows = await db
        .selectFrom('document')
        .select('document')
        .where('workshopId', '=', workshopId)
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('logEntry')
                .select('seq')
                .whereRef('logEntry.workshopId', '=', 'document.workshopId')
                .whereRef('logEntry.document', '=', 'document.document'),
            ),
            eb.exists(
              eb
                .selectFrom('snapshot')
                .select('seq')
                .whereRef('snapshot.workshopId', '=', 'document.workshopId')
                .whereRef('snapshot.document', '=', 'document.document'),
            ),
          ]),
        )
        .orderBy('document')
        .execute();
      return rows.map((row) => row.document);
    },
  };
}

/** A name for a history that no other history has. */
export function newEpoch(): string {
  return randomBytes(12).toString('base64url');
}

async function writeCommit(client: SqliteClient, commit: Commit): Promise<void> {
  const row = await client.batch({
    steps: commitSteps(commit, newEpoch),
    lane: commit.workshopId,
    // What nobody may ever join to a person must not stay in the log of the store either.
    scrub: (commit.newEpochs?.length ?? 0) > 0 || (commit.erasedRounds?.length ?? 0) > 0,
  });
  if (row) throw new CommandDone(String(row.result));
}

async function load(client: SqliteClient, db: Database, workshopId: string, document: string): Promise<StoredRoom> {
  const existing = await epochOf(db, workshopId, document);
  if (existing === null) {
    await client.batch({
      steps: [
        {
          sql: 'insert into document (workshopId, document, epoch) values (?, ?, ?) on conflict do nothing',
          rows: [[workshopId, document, newEpoch()]],
        },
      ],
    });
  }
  return readRoom(client, workshopId, document);
}

async function epochOf(db: Database, workshopId: string, document: string): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('epoch')
    .where('workshopId', '=', workshopId)
    .where('document', '=', document)
    .executeTakeFirst();
  return row?.epoch ?? null;
}

/** A snapshot takes the place of the log up to its position. */
const VERSION = `
  select (select epoch from document where workshopId = ?1 and document = ?2) as epoch, max(
    coalesce((select max(seq) from logEntry where workshopId = ?1 and document = ?2), 0),
    coalesce((select seq from snapshot where workshopId = ?1 and document = ?2), 0)
  ) as seq`;

/** One statement, so that everything comes from one moment however much is written meanwhile. */
const ROOM = `
  select 0 as part, epoch as a, null as b, null as n, null as x, null as y from document where workshopId = ?1 and document = ?2
  union all select 1, null, null, seq, bytes, stateVector from snapshot where workshopId = ?1 and document = ?2
  union all select 2, null, null, seq, bytes, null from logEntry where workshopId = ?1 and document = ?2
  union all select 3, participantId, null, clientId, null, null from lease where workshopId = ?1 and document = ?2
  union all select 4, id, kind, null, author, deletedBy from deletedElement where workshopId = ?1 and document = ?2
  order by part, n`;

interface RoomRow {
  part: number;
  a: string;
  b: string;
  n: number;
  x: Uint8Array | string | null;
  y: Uint8Array | string | null;
}

async function readRoom(client: SqliteClient, workshopId: string, document: string): Promise<StoredRoom> {
  const { rows } = await client.read(ROOM, [workshopId, document]);
  const room: StoredRoom = {
    epoch: '',
    snapshot: null,
    stateVector: null,
    snapshotSeq: 0,
    tail: [],
    leases: [],
    deleted: [],
  };
  for (const { part, a, b, n, x, y } of rows as unknown as RoomRow[]) {
    if (part === 0) room.epoch = a;
    else if (part === 1) {
      room.snapshot = x as Uint8Array;
      room.stateVector = y as Uint8Array;
      room.snapshotSeq = n;
    } else if (part === 2) room.tail.push({ seq: n, update: x as Uint8Array });
    else if (part === 3) room.leases.push({ clientId: n, participantId: a });
    else room.deleted.push({ id: a, kind: b, author: x as string | null, deletedBy: y as string | null });
  }
  return room;
}
