import { sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { asRows } from './as-rows.ts';

/*
 * One list of a table's columns for every statement that reads or writes a row of it: drizzle's selects, lists of JSON, and
 * rows that travel as one value. A new column is named in the table and in that list.
 */

type Columns = Record<string, PgColumn>;

/** Some columns of a table, by the names rows have here. */
export function columnsOf<T extends PgTable, const K extends keyof T['$inferSelect'] & string>(
  table: T,
  keys: readonly K[],
): { [Key in K]: T['_']['columns'][Key] } {
  const all = table as unknown as Columns;
  return Object.fromEntries(keys.map((key) => [key, all[key]])) as { [Key in K]: T['_']['columns'][Key] };
}

/** A row of those columns. */
export type RowOf<T extends PgTable, C> = Pick<T['$inferSelect'], Extract<keyof C, keyof T['$inferSelect']>>;

const nameOf = (column: PgColumn): string => toSnakeCase(column.name);

/** `x.unit_id as "unitId", …` for a statement written by hand. */
export const selectList = (columns: Columns, alias: string): string =>
  Object.entries(columns)
    .map(([key, column]) => `${alias}.${nameOf(column)} as "${key}"`)
    .join(', ');

/** Of a stored figure's value only whether there is one, and whether it says that nothing occurred. */
export const kindOfValue = (column: string): string =>
  `case when ${column} ? 'notApplicable' then ${column} when ${column} is not null then '{}'::jsonb end`;

/** `unit_id, line_code, …` for an insert. */
export const insertList = (columns: Columns): SQL => sql.raw(Object.values(columns).map(nameOf).join(', '));

/** `r."unitId", r."lineCode", …` in the same order, from rows opened by `rowsFrom`. */
export const valueList = (columns: Columns, alias: string): SQL =>
  sql.raw(
    Object.keys(columns)
      .map((key) => `${alias}."${key}"`)
      .join(', '),
  );

/** `unit_id = excluded.unit_id, …` for an insert that may become an update. */
export const excludedList = (columns: Columns): SQL =>
  sql.raw(
    Object.values(columns)
      .map((column) => `${nameOf(column)} = excluded.${nameOf(column)}`)
      .join(', '),
  );

/** Rows as one value, opened as a table of these columns. */
export const rowsFrom = (columns: Columns, rows: readonly object[], alias: string): SQL => {
  const types = Object.entries(columns).map(([key, column]) => `"${key}" ${column.getSQLType()}`);
  return sql`jsonb_to_recordset(${asRows(rows)}) as ${sql.raw(`${alias}(${types.join(', ')})`)}`;
};
