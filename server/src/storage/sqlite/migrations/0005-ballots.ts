import { type Kysely, sql } from 'kysely';

/** What one person answered in a round: a row, so that it can be erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table ballot (workshopId text not null references workshop (id) on delete cascade, roundId text not null,
         participantId text not null, ballot text not null,
         primary key (workshopId, roundId, participantId)) strict, without rowid`,
    )
    .execute(db);
}
