import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openClient } from '../client.ts';
import {
  columns,
  constraints,
  functions,
  indexes,
  others,
  policies,
  rowSecurity,
  tableGrants,
  triggers,
  type Line,
} from './queries.ts';

/** The whole schema as it stands, checked in; a test holds it against a migrated database. */
export const schemaFile = path.join(import.meta.dirname, '../../schema.sql');

export const storedSchema = (): string => readFileSync(schemaFile, 'utf8');

const head = `-- The whole schema as it stands, read from the catalogue of a migrated database. Written by "node tools/write-schema.ts" and
-- not edited: tables come from packages/db/src/schema by way of drizzle/, everything else from packages/db/sql.
`;

/**
 * Says what a database holds: schemas, tables with columns, keys, checks, indexes, policies, triggers and rights, and the
 * signatures of functions. The same schema gives the same text.
 */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  const owner = openClient(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const ask = <T extends Line>(question: string) => owner.unsafe<T[]>(question);
    const general = section(await ask(others));
    const keys = await ask<Line & { foreign: boolean }>(constraints);
    const inside = byTable([...(await ask(columns)), ...keys.filter((key) => !key.foreign)]);
    const below = byTable([
      ...keys
        .filter((key) => key.foreign)
        .map(({ table, text }) => ({ table, text: `alter table ${table} add ${text};` })),
      ...(await ask(indexes)),
      ...(await ask(rowSecurity)),
      ...(await ask(policies)),
      ...(await ask(triggers)),
      ...(await ask(tableGrants)),
    ]);
    const tables = [...inside].map(([table, lines]) =>
      [
        `create table ${table} (`,
        ...lines.map((line, at) => `  ${line}${at < lines.length - 1 ? ',' : ''}`),
        ');',
        ...(below.get(table) ?? []),
      ].join('\n'),
    );
    const called = section(await ask(functions));
    return `${[head + general, ...tables, called].join('\n\n')}\n`;
  } finally {
    await owner.end();
  }
}

const section = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

function byTable(lines: readonly Line[]): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const { table, text } of lines) tables.set(table, [...(tables.get(table) ?? []), text]);
  return tables;
}
