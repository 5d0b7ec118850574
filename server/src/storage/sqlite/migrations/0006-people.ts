import { type Kysely, sql } from 'kysely';

/** From where people take part, and what groups are mixed by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table participant add column mode text').execute(db);
  await sql.raw("alter table participant add column tag text not null default ''").execute(db);
}
