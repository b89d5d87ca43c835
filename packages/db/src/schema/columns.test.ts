import { is } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { type AnyPgColumn, getTableConfig, PgArray, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from './index.ts';
import { openOwner, type Owner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';

/*
 * What a row may hold is said once, by the domain: PostgreSQL refuses every other word in a column of a closed list, and no
 * column of JSON is read without its type. Read from the catalogue, whatever migrations made.
 */

let database: TestDatabase;
let owner: Owner;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
});
afterAll(async () => {
  await owner.end({ timeout: 1 });
  await database.drop();
});

const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableConfig(one)] : []));
const columns = tables.flatMap(({ schema: of = 'public', name, columns: own }) =>
  own.map((column) => ({ path: `${of}.${name}.${toSnakeCase(column.name)}`, column })),
);

const listOf = (column: AnyPgColumn): readonly string[] | undefined =>
  is(column, PgArray) ? listOf(column.baseColumn) : column.enumValues;

/** `schema.table.column` → the words its check takes, of every check of one column that is a list of words. */
async function listsOfCatalogue(): Promise<Record<string, string[]>> {
  const rows = await owner<{ path: string; definition: string }[]>`
    select n.nspname || '.' || t.relname || '.' || a.attname as path, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and n.nspname in ('public', 'platform') and cardinality(c.conkey) = 1 and c.convalidated`;
  // `= ANY (ARRAY[…])`, `<@ ARRAY[…]`, and `= 'only'` of a list of one: anything else is not a list alone.
  const isList = /^CHECK \(\(+\w+ (= ANY \(ARRAY\[[^\]]*\]\)|<@ ARRAY\[[^\]]*\]|= '[^']*'::text)\)+$/;
  return Object.fromEntries(
    rows
      .filter(({ definition }) => isList.test(definition))
      .map(({ path, definition }) => [path, [...definition.matchAll(/'([^']*)'/g)].map(([, word]) => word!).sort()]),
  );
}

const listsOfSchema = () =>
  Object.fromEntries(
    columns.flatMap(({ path, column }) => {
      const list = listOf(column);
      return list === undefined || list.length === 0 ? [] : [[path, [...list].sort()]];
    }),
  );

/** Names that speak of a choice. What they are called by is no choice here: kinds of bodies may be typed (packages/domain/src/org/kinds.ts). */
const isChoice = /[._](kind|state|status|role|party|capacity|method|channel|purpose|stages?|decision|step|type)$/;
const openKinds = ['public.federation.kind', 'public.unit.kind'];
/** Stages are a list of each plan: a foreign key to `plan_stage` holds them, and a trigger those that verify. */
const ofThePlan = ['public.assessment.stage', 'public.figure_status.stage', 'public.year.verifying_stages'];
describe('a column of a closed list', () => {
  it('takes exactly the words of the domain’s list', async () => {
    const lists = listsOfSchema();
    expect(Object.keys(lists).length).toBeGreaterThan(20);
    expect(await listsOfCatalogue()).toEqual(lists);
  });

  it('is every column whose name speaks of a choice', async () => {
    const found = await owner<{ path: string }[]>`
      select table_schema || '.' || table_name || '.' || column_name as path from information_schema.columns
      where table_schema in ('public', 'platform') and (data_type = 'text' or udt_name = '_text')`;
    const lists = listsOfSchema();
    const without = found.map(({ path }) => path).filter((path) => isChoice.test(path) && !(path in lists));
    expect(without.sort()).toEqual([...openKinds, ...ofThePlan].sort());
  });

  it('is found when somebody forgets the check, or a word of it', async () => {
    await owner.unsafe(`alter table reminder drop constraint reminder_channel;
      alter table pledge drop constraint pledge_state, add constraint pledge_state check (state in ('offered', 'signed'))`);
    const [now, asked] = [await listsOfCatalogue(), listsOfSchema()];
    expect(
      Object.keys(asked)
        .filter((path) => now[path]?.join() !== asked[path]!.join())
        .sort(),
    ).toEqual(['public.pledge.state', 'public.reminder.channel']);
  });
});

/** The columns of a table whose value nobody has said anything about. */
type Untyped<T extends PgTable> = {
  [K in keyof T['$inferSelect'] & string]: unknown extends T['$inferSelect'][K] ? K : never;
}[keyof T['$inferSelect'] & string];
type UntypedColumns = {
  [K in keyof typeof schema]: (typeof schema)[K] extends PgTable ? Untyped<(typeof schema)[K]> : never;
}[keyof typeof schema];

describe('a column of JSON', () => {
  it('has the domain’s type: the compiler finds one that has none', () => {
    // A key is missing here as soon as a column is `unknown`.
    const untyped: Record<UntypedColumns, never> = {};
    expect(untyped).toEqual({});
  });

  it('is known to the schema', async () => {
    const found = await owner<{ path: string }[]>`
      select table_schema || '.' || table_name || '.' || column_name as path from information_schema.columns
      where table_schema in ('public', 'platform') and data_type in ('json', 'jsonb')`;
    const known = columns.filter(({ column }) => column.getSQLType() === 'jsonb').map(({ path }) => path);
    expect(found.map(({ path }) => path).sort()).toEqual(known.sort());
    expect(known.length).toBeGreaterThan(10);
  });
});
