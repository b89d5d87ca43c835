import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';

/*
 * Functions, triggers and rights as they are today, one file for each noun in packages/db/sql (docs/conventions.md). Each file
 * can be run again and again; `applySqlFiles` runs all of them in one transaction whenever one of them has changed.
 */

const folder = path.join(import.meta.dirname, '../sql');

/** `rights` takes everything back, `roles`, `scope` and `session` hold what functions of other files call; the others stand by noun. */
const order = [
  'rights',
  'roles',
  'scope',
  'session',
  'account',
  'attempt',
  'passkey',
  'totp',
  'invitation',
  'set-up',
  'federation',
  'people',
  'year',
  'unit',
  'plan',
  'pledge',
  'report',
  'figure',
  'assessment',
  'evidence',
  'score',
  'reminder',
  'audit',
  'trail',
  'receipt',
  'write',
  'job',
  'clean-up',
];

type SqlFile = { name: string; text: string; hash: string };

/**
 * All files in the order in which they run.
 *
 * @throws Error when the folder holds other files than the list above.
 */
export function sqlFiles(): SqlFile[] {
  const found = readdirSync(folder).map((name) => name.replace(/\.sql$/, ''));
  const stray = [...found, ...order].filter((name) => !found.includes(name) || !order.includes(name));
  if (stray.length > 0) throw new Error(`packages/db/sql and the list in sql-files.ts differ: ${stray.join(', ')}`);
  return order.map((name) => {
    const text = readFileSync(path.join(folder, `${name}.sql`), 'utf8');
    return { name, text, hash: sha256(text) };
  });
}

/**
 * Runs all files in one transaction when one of them, or the newest migration, differs from what ran last; then drops what no
 * file defines any more: functions of the schema `app` (older signatures too) and triggers that call one.
 *
 * @param owner direct connection of the owning role, after the migrations.
 * @returns whether anything ran.
 * @throws Error naming the file that failed; nothing is changed then.
 */
export async function applySqlFiles(owner: postgres.Sql): Promise<boolean> {
  const files = sqlFiles();
  return owner.begin(async (tx) => {
    await tx`create table if not exists platform_migrations.sql_file (name text primary key, hash text not null)`;
    const [newest] = await tx<{ hash: string }[]>`
      select hash from platform_migrations.__drizzle_migrations order by created_at desc limit 1`;
    const wanted = [...files, { name: '(newest migration)', hash: newest?.hash ?? '' }].map(({ name, hash }) => ({
      name,
      hash,
    }));
    const recorded = await tx<{ name: string; hash: string }[]>`select name, hash from platform_migrations.sql_file`;
    if (sameHashes(wanted, recorded)) return false;
    const [rights, ...nouns] = files;
    await run(tx, rights!);
    const before = await definitions(tx);
    for (const file of nouns) await run(tx, file);
    const after = await definitions(tx);
    const untouched = [...after].filter(([key, version]) => before.get(key) === version).map(([key]) => key);
    // Triggers first: they depend on functions.
    for (const drop of untouched.sort().reverse()) await tx.unsafe(`drop ${drop}`);
    await tx`delete from platform_migrations.sql_file`;
    await tx`insert into platform_migrations.sql_file ${tx(wanted)}`;
    return true;
  });
}

async function run(tx: postgres.TransactionSql, { name, text }: SqlFile): Promise<void> {
  try {
    await tx.unsafe(text);
  } catch (error) {
    throw new Error(`packages/db/sql/${name}.sql: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * What stands now, as `drop` names it, with the place of its row in the catalogue. Whatever a file defines again gets a row
 * at another place, even where nothing changed.
 */
async function definitions(tx: postgres.TransactionSql): Promise<Map<string, string>> {
  const rows = await tx<{ key: string; version: string }[]>`
    select 'function ' || p.oid::regprocedure as key, p.ctid::text as version
    from pg_proc p where p.pronamespace = 'app'::regnamespace
    union all
    select format('trigger %I on %s', t.tgname, t.tgrelid::regclass), t.ctid::text
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and p.pronamespace = 'app'::regnamespace`;
  return new Map(rows.map(({ key, version }) => [key, version]));
}

type Hashes = readonly { name: string; hash: string }[];

function sameHashes(a: Hashes, b: Hashes): boolean {
  const known = new Map(b.map(({ name, hash }) => [name, hash]));
  return known.size === a.length && a.every(({ name, hash }) => known.get(name) === hash);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
