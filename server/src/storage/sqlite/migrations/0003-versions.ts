import { type Kysely, sql } from 'kysely';

/** Versions of boards. The state is the last column: lists pass it over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table version (workshopId text not null references workshop (id) on delete cascade, id text not null,
         epoch text not null, seq integer not null, createdAt integer not null, name text, reason text not null,
         participantId text, elements integer not null, state blob not null, primary key (workshopId, id)) strict`,
    )
    .execute(db);
  await sql.raw('create index version_time on version (workshopId, createdAt, id)').execute(db);
}
