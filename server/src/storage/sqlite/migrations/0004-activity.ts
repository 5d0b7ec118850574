import { type Kysely, sql } from 'kysely';

/** Who changed which element when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table activity (id integer primary key, workshopId text not null references workshop (id) on delete cascade,
         element text not null, kind text not null, participantId text not null, what text not null,
         since integer not null, at integer not null) strict`,
    )
    .execute(db);
  await sql
    .raw('create unique index activity_entry on activity (workshopId, element, participantId, what, since)')
    .execute(db);
  await sql.raw('create index activity_time on activity (workshopId, at, id)').execute(db);
}
