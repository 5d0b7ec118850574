import { type Kysely, sql } from 'kysely';

/** Workshops that close at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table workshop add column closesAt integer').execute(db);
  await sql.raw('create index workshop_closing on workshop (closesAt) where closesAt is not null').execute(db);
}
