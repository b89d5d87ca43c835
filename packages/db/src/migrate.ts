import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { openClient } from './client.ts';
import { migrateJobs } from './jobs/job-schema.ts';
import { migrationsFolder, readJournal, withMigrationsUpTo } from './migrations.ts';
import { applySqlFiles } from './sql-files.ts';

/**
 * Brings the database up to this version: first the migrations of tables (drizzle/), those of the job queue, then functions,
 * triggers and rights (packages/db/sql). Several processes may start at once: they queue on an advisory lock.
 *
 * @param ownerUrl connection of the owning role, direct (not through a transaction pooler).
 */
export function migrate(ownerUrl: string): Promise<void> {
  return alone(ownerUrl, async (client) => {
    await refuseNewer(client);
    await runMigrations(client, migrationsFolder);
    await migrateJobs(ownerUrl);
    await applySqlFiles(client);
  });
}

/**
 * Brings an empty database up to an older schema: the tables as that version had them, to put its data into. Functions,
 * triggers and rights are those of the migrations; `migrate` does the rest.
 */
export function migrateTablesTo(ownerUrl: string, tag: string): Promise<void> {
  return alone(ownerUrl, (client) => withMigrationsUpTo(tag, (folder) => runMigrations(client, folder)));
}

/** The database was written by a newer version of the product, whose tables this one does not know. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Migrations are recorded with the moment they were made (drizzle's journal): one that is later than ours is not ours. */
async function refuseNewer(client: postgres.Sql): Promise<void> {
  const [there] = await client<{ table: string | null }[]>`
    select to_regclass('platform_migrations.__drizzle_migrations')::text as table`;
  if (!there?.table) return;
  const [newest] = await client<{ made: string }[]>`
    select max(created_at)::text as made from platform_migrations.__drizzle_migrations`;
  const ours = Math.max(...readJournal().entries.map(({ when }) => when));
  if (Number(newest?.made ?? 0) > ours) throw new NewerDatabase('the database has migrations of a newer version');
}

const runMigrations = (client: postgres.Sql, folder: string): Promise<void> =>
  run(drizzle(client, { casing: 'snake_case' }), { migrationsFolder: folder, migrationsSchema: 'platform_migrations' });

async function alone(ownerUrl: string, work: (client: postgres.Sql) => Promise<void>): Promise<void> {
  const client = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(7210913001)`;
    await work(client);
  } finally {
    await client.end();
  }
}
