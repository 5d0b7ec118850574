import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as ground } from './0001-ground.ts';
import { up as closing } from './0002-closing.ts';
import { up as versions } from './0003-versions.ts';
import { up as activity } from './0004-activity.ts';
import { up as ballots } from './0005-ballots.ts';
import { up as people } from './0006-people.ts';
import { up as rehearsals } from './0007-rehearsals.ts';

/** Migrations in order: one line each; never changed after a release. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-ground': { up: ground },
  '0002-closing': { up: closing },
  '0003-versions': { up: versions },
  '0004-activity': { up: activity },
  '0005-ballots': { up: ballots },
  '0006-people': { up: people },
  '0007-rehearsals': { up: rehearsals },
};

/** Brings a database to the present form. Throws, with nothing changed, when it is from a newer Talkoot. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    migrationTableName: 'migration',
    migrationLockTableName: 'migrationLock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error(`The database cannot be brought to this version: ${messageOf(error)}`, { cause: error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
