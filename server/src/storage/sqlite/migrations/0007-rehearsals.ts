import { type Kysely, sql } from 'kysely';

/** Throw-away copies of workshops, and how the last rehearsal of each went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table workshop add column rehearsal text').execute(db);
  await sql.raw('create index workshop_rehearsal on workshop (id) where rehearsal is not null').execute(db);
  await sql
    .raw(
      `create table rehearsalReport (workshopId text not null primary key references workshop (id) on delete cascade,
         report text not null) strict, without rowid`,
    )
    .execute(db);
}
