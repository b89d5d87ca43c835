import type postgres from 'postgres';

/** A table as a backup copies it: its columns that hold data of their own, parents of its foreign keys first. */
export type TableToCopy = { name: string; columns: string[]; identity: string | null };

type Asking = Pick<postgres.Sql, 'unsafe'>;

/**
 * All tables of the product, platform and tenants, in an order in which rows can be inserted. Read from the catalogue, so
 * that a table added tomorrow is copied without anybody thinking of it.
 */
export async function tablesToCopy(owner: Asking): Promise<TableToCopy[]> {
  const rows = (await owner.unsafe(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select jsonb_agg(a.attname order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' limit 1) as identity,
      coalesce((select jsonb_agg(distinct format('%I.%I', pn.nspname, p.relname)) from pg_constraint k
        join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'platform') and c.relkind = 'r'
    order by 1`)) as unknown as (TableToCopy & { parents: string[] })[];
  const ordered: TableToCopy[] = [];
  const left = new Map(rows.map((row) => [row.name, row]));
  while (left.size > 0) {
    const ready = [...left.values()].filter((row) => row.parents.every((parent) => !left.has(parent)));
    if (ready.length === 0) throw new Error(`foreign keys in a circle: ${[...left.keys()].join(', ')}`);
    for (const { name, columns, identity } of ready) {
      ordered.push({ name, columns, identity });
      left.delete(name);
    }
  }
  return ordered;
}

/** Name and hash of every migration that has been run: a backup fits only the version it was made with. */
export async function migrationsRun(owner: Asking): Promise<string[]> {
  const rows = (await owner.unsafe(
    'select hash from platform_migrations.__drizzle_migrations order by id',
  )) as unknown as { hash: string }[];
  return rows.map((row) => row.hash);
}
