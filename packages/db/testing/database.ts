import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { ensureDatabase } from '../src/embedded/roles.ts';
import type {} from './cluster.ts';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Throws the database away, ending connections that are still open. */
  drop(): Promise<void>;
}

/** Copies the migrated template into a database of its own (some 60 ms); call in `beforeAll`, drop in `afterAll`. */
export const testDatabase = (): Promise<TestDatabase> => newDatabase(inject('testCluster').template);

/** A database without any table, for tests of migrations. */
export const emptyDatabase = (): Promise<TestDatabase> => newDatabase();

async function newDatabase(template?: string): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (run: (admin: postgres.Sql) => Promise<unknown>) => {
    const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
    try {
      await run(admin);
    } finally {
      await admin.end({ timeout: 1 });
    }
  };
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await asAdmin((admin) => ensureDatabase(admin, name, template));
  return {
    ownerUrl: at(cluster.ownerUrl),
    appUrl: at(cluster.appUrl),
    drop: () => asAdmin((admin) => admin.unsafe(`drop database if exists "${name}" with (force)`)),
  };
}
