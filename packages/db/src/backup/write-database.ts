import type { Piece } from './read-database.ts';
import { migrationsRun, tablesToCopy } from './tables.ts';
import { openClient } from '../client.ts';

/** Why a backup cannot be put into this database. */
export class RestoreRefused extends Error {
  readonly reason: 'not-empty' | 'other-version' | 'unknown-table';
  constructor(reason: RestoreRefused['reason'], what: string) {
    super(what);
    this.reason = reason;
  }
}

/**
 * Puts all pieces into a migrated database that holds no federation, in one transaction: all of it or nothing.
 *
 * @returns rows written, by table.
 * @throws RestoreRefused
 */
export async function writeDatabase(
  ownerUrl: string,
  migrations: readonly string[],
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
): Promise<Map<string, number>> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await owner.begin(async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      const here = await migrationsRun(tx);
      if (JSON.stringify(here) !== JSON.stringify(migrations))
        throw new RestoreRefused('other-version', `${here.length} ≠ ${migrations.length}`);
      if ((await tx`select 1 from federation limit 1`).length > 0) throw new RestoreRefused('not-empty', 'federation');
      const tables = await tablesToCopy(tx);
      const known = new Map(tables.map((table) => [table.name, table]));
      // What a fresh database makes for itself (its receipt key, an open set-up code) gives way to what was backed up.
      for (const { name } of tables.filter((table) => table.name.startsWith('platform.')).toReversed())
        await tx.unsafe(`delete from ${name}`);
      // What follows from rows (projections, guards) was backed up or held when they were written: here nothing follows again.
      const triggers = async (deed: 'disable' | 'enable') => {
        for (const { name } of tables) await tx.unsafe(`alter table ${name} ${deed} trigger user`);
      };
      await triggers('disable');
      const written = new Map<string, number>();
      for await (const { table, rows } of pieces) {
        const into = known.get(table);
        if (!into) throw new RestoreRefused('unknown-table', table);
        const columns = into.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
        const override = into.identity === null ? '' : ' overriding system value';
        await tx.unsafe(
          `insert into ${table} (${columns})${override} select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
          [`[${rows.join(',')}]`],
        );
        written.set(table, (written.get(table) ?? 0) + rows.length);
      }
      for (const { name, identity } of tables)
        if (identity !== null)
          await tx.unsafe(
            `select setval(pg_get_serial_sequence('${name}', '${identity}'), greatest((select coalesce(max("${identity}"), 0) from ${name}), 1))`,
          );
      await triggers('enable');
      return written;
    });
  } finally {
    await owner.end();
  }
}
