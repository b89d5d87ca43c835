import { DuckDBInstance } from '@duckdb/node-api';
import { repeat, type Measured } from './measure.ts';
import type { Nation } from './nation.ts';
import { scoringSql, sqlColumns, summed } from './sql.ts';

/** DuckDB in memory, in this process; the table is loaded before the clock starts. */
export async function byDuckdb(nation: Nation): Promise<Measured> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = sqlColumns(nation);
  await connection.run(`create table nation (${columns.map(({ name }) => `${name} int`).join(', ')})`);
  const appender = await connection.createAppender('nation');
  for (let unit = 0; unit < nation.size; unit += 1) {
    for (const { values } of columns) {
      const value = values[unit] ?? null;
      if (value === null) appender.appendNull();
      else appender.appendInteger(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  const query = scoringSql('//');
  const { times } = await repeat(15, 2, () => connection.runAndReadAll(summed(query)));
  const scored = (await connection.runAndReadAll(`${query} order by id`)).getRowObjects();
  const version = (await connection.runAndReadAll('select version() as version')).getRowObjects()[0]?.['version'];
  const threads = (await connection.runAndReadAll("select current_setting('threads') as threads")).getRowObjects()[0]?.[
    'threads'
  ];
  connection.closeSync();
  return {
    times,
    units: nation.size,
    totals: scored.map((row) => Number(row['total'])),
    grades: scored.map((row) => Number(row['grade'])),
    ranks: scored.map((row) => Number(row['rank'])),
    note: `DuckDB ${String(version)}, one query, ${String(threads)} threads`,
  };
}
