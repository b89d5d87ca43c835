import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import { openClient } from './client.ts';

const migrationsFolder = path.join(import.meta.dirname, '../../../drizzle');

/**
 * Brings the database up to the newest migration. Several processes may start at once: they queue on an advisory lock.
 *
 * @param ownerUrl connection of the owning role, direct (not through a transaction pooler).
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(7210913001)`;
    await run(drizzle(client, { casing: 'snake_case' }), { migrationsFolder, migrationsSchema: 'platform_migrations' });
  } finally {
    await client.end();
  }
}
