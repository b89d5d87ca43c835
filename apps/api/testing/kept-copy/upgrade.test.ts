import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDatabase } from '@giaouoc/db/backup/index';
import { migrate, migrateTablesTo } from '@giaouoc/db/migrate';
import { migrationTags } from '@giaouoc/db/migrations';
import { dumpSchema, storedSchema } from '@giaouoc/db/schema-dump/schema-dump';
import { openOwner, type Owner } from '@giaouoc/db/testing/builders';
import { emptyDatabase, type TestDatabase } from '@giaouoc/db/testing/database';
import { keptCopies, readKeptCopy } from './kept-copy-file.ts';
import { meaningOfYears, type YearMeaning } from './meaning.ts';

/** Tables whose rows a migration may put elsewhere; that nothing of them is lost shows in the figures and judgements. */
const reshaped = new Set(['public.figure', 'public.assessment']);
/** A migration that changes what people see leaves its trace. */
const mayGrow = new Set(['public.audit_event']);

/** The order of a year file's lists has no meaning. */
const inOneOrder = (files: YearMeaning['files'] | undefined) =>
  JSON.parse(JSON.stringify(files), (_, value: unknown) =>
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value,
  ) as unknown;

it('has a copy of the first schema that had to last, and of none that is not there', () => {
  expect(keptCopies()).toContain('0031_one_policy_for_all_roles');
  expect(migrationTags()).toEqual(expect.arrayContaining(keptCopies()));
});

describe.each(keptCopies())('data of the schema %s, brought up to this version', (migration) => {
  const copy = readKeptCopy(migration);
  let database: TestDatabase;
  let owner: Owner;
  let years: YearMeaning[];
  beforeAll(async () => {
    database = await emptyDatabase();
    await migrateTablesTo(database.ownerUrl, migration);
    // Refuses when the hash of an old migration is not what it was: what is in drizzle/ is never edited.
    await writeDatabase(database.ownerUrl, copy.migrations, copy.pieces);
    await migrate(database.ownerUrl);
    owner = openOwner(database.ownerUrl);
    years = await meaningOfYears(database.ownerUrl, database.appUrl);
  });
  afterAll(async () => {
    await owner.end({ timeout: 1 });
    await database.drop();
  });

  it('has the schema of this version', async () => {
    expect(await dumpSchema(database.ownerUrl)).toBe(storedSchema());
  });

  it('keeps every row', async () => {
    for (const [table, rows] of Object.entries(copy.rows)) {
      if (reshaped.has(table)) continue;
      const [now] = await owner.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
      const more = mayGrow.has(table) && now !== undefined && now.rows > rows;
      if (!more) expect({ table, rows: now?.rows }).toEqual({ table, rows });
    }
  });

  describe.each(copy.years)('$federation, $year', (before) => {
    const after = () => years.find((year) => year.federation === before.federation && year.year === before.year);

    it('has the same digest, and the same points for every unit and line', () => {
      expect(after()?.points).toEqual(before.points);
      expect(after()?.storedPoints).toEqual(before.storedPoints);
      expect(after()?.digest).toBe(before.digest);
      expect(after()?.snapshots).toEqual(before.snapshots);
    });

    it('has the same year file in every view', () => {
      expect(inOneOrder(after()?.files)).toEqual(inOneOrder(before.files));
    });

    it('has the same figures and judgements', () => {
      // A figure of which nothing stands any more may have no row.
      const standing = (year: YearMeaning | undefined) => year?.figures.filter(({ status }) => status !== 'empty');
      expect(standing(after())).toEqual(standing(before));
      expect(after()?.judgements).toEqual(before.judgements);
    });
  });
});
