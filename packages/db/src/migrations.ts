import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where drizzle-kit writes table changes; what is there is never edited. */
export const migrationsFolder = path.join(import.meta.dirname, '../../../drizzle');

type Journal = { entries: { tag: string; when: number }[] };

/** Drizzle's list of migrations: name, and when each was made in milliseconds since 1970. */
export const readJournal = (): Journal =>
  JSON.parse(readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;

/** Names of all migrations, oldest first, such as `0031_one_policy_for_all_roles`. */
export const migrationTags = (): string[] => readJournal().entries.map(({ tag }) => tag);

/**
 * Runs `work` with a folder that holds the migrations up to and including `tag`: the schema of an older version.
 *
 * @throws Error for a tag that is not in the journal.
 */
export async function withMigrationsUpTo<T>(tag: string, work: (folder: string) => Promise<T>): Promise<T> {
  const journal = readJournal();
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  if (last < 0) throw new Error(`no migration ${tag}`);
  const entries = journal.entries.slice(0, last + 1);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'giaouoc-migrations-'));
  try {
    mkdirSync(path.join(folder, 'meta'));
    writeFileSync(path.join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    for (const entry of entries)
      copyFileSync(path.join(migrationsFolder, `${entry.tag}.sql`), path.join(folder, `${entry.tag}.sql`));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
