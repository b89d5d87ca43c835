import { migrationsRun, tablesToCopy } from './tables.ts';
import { openClient } from '../client.ts';
import { federationYears, storedEvidence, type FederationYear } from './what-is-stored.ts';

/** Rows of a piece: small enough to hold, large enough to be few. */
const rowsOfPiece = 2000;

/** A piece of one table, as lines of JSON. */
export type Piece = { table: string; part: number; rows: string[] };

export type Reading = {
  migrations: string[];
  pieces: AsyncIterable<Piece>;
  /** Every file of evidence that some row names. */
  evidence: { federationId: string; sha256: string }[];
  /** Every year that can be scored. */
  years: FederationYear[];
  /** By which other transactions see this moment too (`inScopeOfSnapshot`), while `work` goes on. */
  snapshot: string;
};

/**
 * Reads the whole database as it was at one moment, while others go on writing, and hands it to `work` piece by piece.
 *
 * @param ownerUrl direct connection of the owning role.
 */
export async function readDatabase<T>(ownerUrl: string, work: (reading: Reading) => Promise<T>): Promise<T> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return (await owner.begin('isolation level repeatable read read only', async (tx) => {
      await tx`select set_config('app.platform', 'on', true)`;
      const migrations = await migrationsRun(tx);
      const tables = await tablesToCopy(tx);
      async function* pieces(): AsyncGenerator<Piece> {
        for (const { name } of tables) {
          let part = 0;
          for await (const rows of tx
            .unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${name} t`)
            .cursor(rowsOfPiece))
            yield { table: name, part: part++, rows: rows.map(({ row }) => row) };
        }
      }
      const [exported] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
      const [evidence, years] = [await storedEvidence(tx), await federationYears(tx)];
      return work({ migrations, pieces: pieces(), evidence, years, snapshot: exported!.snapshot });
    })) as T;
  } finally {
    await owner.end();
  }
}
