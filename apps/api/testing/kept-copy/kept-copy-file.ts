import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readDatabase, type Piece } from '@giaouoc/db/backup/index';
import { migrationTags } from '@giaouoc/db/migrations';
import { meaningOfYears, type YearMeaning } from './meaning.ts';

/** Copies of the data of every landed schema, one file each, named after the last migration that it stands at. */
export const keptCopiesFolder = path.join(import.meta.dirname, '../../../../packages/db/kept-copies');
const ending = '.ndjson.br';

/** What the version that made the copy says of its data. */
export type KeptCopyHead = {
  format: 'giaouoc-kept-copy/1';
  /** The newest migration it had, and the hashes of all of them. */
  migration: string;
  migrations: string[];
  rows: Record<string, number>;
  years: YearMeaning[];
};

/** First line the head, then one line for each row: `[table, row]`. */
export type KeptCopy = KeptCopyHead & { pieces: Piece[] };

/** Names of the schemas of which there is a copy. */
export const keptCopies = (): string[] =>
  readdirSync(keptCopiesFolder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

export function readKeptCopy(migration: string): KeptCopy {
  const text = brotliDecompressSync(readFileSync(path.join(keptCopiesFolder, `${migration}${ending}`))).toString();
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const byTable = new Map<string, string[]>();
  for (const line of lines) {
    const at = line.indexOf(' ');
    const table = line.slice(0, at);
    const rows = byTable.get(table) ?? [];
    if (rows.length === 0) byTable.set(table, rows);
    rows.push(line.slice(at + 1));
  }
  return {
    ...(JSON.parse(head) as KeptCopyHead),
    pieces: [...byTable].map(([table, rows]) => ({ table, part: 0, rows })),
  };
}

/**
 * Keeps the rows of all tables of a database, and what they mean today, as the copy of the schema of this version. Evidence
 * stays out, and so does the private half of the key that signs receipts.
 *
 * @returns path and bytes of the file.
 */
export async function writeKeptCopy(ownerUrl: string, appUrl: string): Promise<{ file: string; bytes: number }> {
  const lines: string[] = [];
  const rows: Record<string, number> = {};
  const migrations = await readDatabase(ownerUrl, async ({ pieces, migrations: run }) => {
    for await (const piece of pieces) {
      rows[piece.table] = (rows[piece.table] ?? 0) + piece.rows.length;
      for (const row of piece.rows) lines.push(`${piece.table} ${withoutKey(piece.table, row)}`);
    }
    return run;
  });
  const migration = migrationTags().at(-1)!;
  const years = await meaningOfYears(ownerUrl, appUrl);
  const head: KeptCopyHead = { format: 'giaouoc-kept-copy/1', migration, migrations, rows, years };
  const text = Buffer.from(`${[JSON.stringify(head), ...lines].join('\n')}\n`);
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  const file = path.join(keptCopiesFolder, `${migration}${ending}`);
  writeFileSync(file, packed);
  return { file, bytes: packed.length };
}

function withoutKey(table: string, row: string): string {
  if (table !== 'platform.server_key') return row;
  return JSON.stringify({ ...(JSON.parse(row) as object), private_key: '' });
}
