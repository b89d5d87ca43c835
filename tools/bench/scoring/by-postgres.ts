import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../../packages/db/src/embedded/index.ts';
import { repeat, type Measured } from './measure.ts';
import type { Nation } from './nation.ts';
import { scoringSql, sqlColumns, summed } from './sql.ts';

// The driver is a dependency of the database package, not of the bench.
const require = createRequire(new URL('../../../packages/db/package.json', import.meta.url));
const postgres = require('postgres') as typeof import('postgres');

/** PostgreSQL as the product brings it; the table is loaded and analysed before the clock starts. */
export async function byPostgres(nation: Nation): Promise<Measured> {
  const dir = mkdtempSync(path.join(tmpdir(), 'giaouoc-bench-'));
  const server = await startEmbedded({ dir, durable: false });
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const columns = sqlColumns(nation);
    await sql.unsafe(`create table nation (${columns.map(({ name }) => `${name} int`).join(', ')})`);
    const names = columns.map(({ name }) => name).join(', ');
    const rows = columns.map((_, index) => `$${String(index + 1)}::int[]`).join(', ');
    await sql.unsafe(
      `insert into nation (${names}) select * from unnest(${rows})`,
      columns.map(({ values }) => `{${values.map((value) => value ?? 'NULL').join(',')}}`),
    );
    await sql.unsafe('vacuum analyze nation');
    // Compiling the query takes longer than running it on so few rows.
    await sql.unsafe('set jit = off');
    await sql.unsafe("set work_mem = '64MB'");
    const query = scoringSql('/');
    const { times } = await repeat(12, 2, () => sql.unsafe(summed(query)));
    const scored = await sql.unsafe(`${query} order by id`);
    const [{ pid, version }] = (await sql.unsafe(
      "select pg_backend_pid() as pid, current_setting('server_version') as version",
    )) as unknown as [{ pid: number; version: string }];
    return {
      times,
      units: nation.size,
      totals: scored.map((row) => Number(row['total'])),
      grades: scored.map((row) => Number(row['grade'])),
      ranks: scored.map((row) => Number(row['rank'])),
      ...peakOf(pid),
      note: `PostgreSQL ${version}, one query, jit off`,
    };
  } finally {
    await sql.end();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The most memory the server's process for this connection had, where the system tells it. */
function peakOf(pid: number): { peakElsewhere?: number } {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? {} : { peakElsewhere: Number(kilobytes) / 1024 };
  } catch {
    return {};
  }
}
