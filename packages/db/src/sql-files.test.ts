import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, NewerDatabase } from './migrate.ts';
import { dumpSchema, storedSchema } from './schema-dump/schema-dump.ts';
import { sqlFiles } from './sql-files.ts';
import { openOwner, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

let database: TestDatabase;
let owner: Owner;
beforeEach(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
});
afterEach(async () => {
  await owner.end({ timeout: 1 });
  await database.drop();
});

/** What a version with another text of this file has left behind. */
const forget = (name: string) => owner`update platform_migrations.sql_file set hash = 'other' where name = ${name}`;

it('defines each function of the schema once, and the database has no other one', async () => {
  const defined = sqlFiles().flatMap(({ text }) =>
    [...text.matchAll(/^create or replace function (app\.\w+)\(/gm)].map(([, name]) => name),
  );
  const rows = await owner<{ name: string }[]>`
    select p.oid::regproc::text as name from pg_proc p where p.pronamespace = 'app'::regnamespace`;
  expect(rows.map(({ name }) => name).sort()).toEqual(defined.sort());
});

it('names functions with their signatures where rights are granted, so that an older signature may still stand', () => {
  for (const { name, text } of sqlFiles()) {
    const grants = [...text.matchAll(/^grant execute on function ([^;]*?) to giaouoc_app;/gms)].map(
      ([, list]) => list!,
    );
    expect(
      grants.flatMap((list) => [...list.matchAll(/app\.\w+(?!\w|\()/g)].map(([found]) => found)),
      name,
    ).toEqual([]);
  }
});

it('leaves a database alone that has them', async () => {
  const versions = () =>
    owner`select oid, xmin::text from pg_proc where pronamespace = 'app'::regnamespace order by oid`;
  const before = await versions();
  await migrate(database.ownerUrl);
  expect(await versions()).toEqual(before);
});

it.each(['rights', 'figure', 'clean-up', '(newest migration)'])(
  'brings everything back to the files when %s has changed',
  async (name) => {
    await owner.unsafe(`
    create or replace function app.acts_for_unit() returns boolean language sql stable as 'select false';
    create function app.of_yesterday() returns trigger language plpgsql as 'begin return new; end';
    create trigger of_yesterday before update on unit for each row execute function app.of_yesterday();
    create function app.role(other text) returns text language sql as 'select other';
    drop trigger guard_reminder on reminder;
    grant execute on function app.account_of_session(bytea) to giaouoc_app;
    grant delete on signature to giaouoc_app;
    grant update (points) on assessment to giaouoc_app;
    grant usage on schema platform to giaouoc_app;
    grant select on platform.account to public;
    alter table unit no force row level security`);
    await forget(name);
    await migrate(database.ownerUrl);
    expect(await dumpSchema(database.ownerUrl)).toBe(storedSchema());
    const [body] = await owner<
      { text: string }[]
    >`select prosrc as text from pg_proc where oid = 'app.acts_for_unit'::regproc`;
    expect(body?.text).toContain('unit.act');
  },
);

it('changes nothing when something in the database stands in the way, and says which file', async () => {
  // A function whose result has another type must be dropped by its file first.
  await owner.unsafe(`drop function app.block_standing(uuid);
    create function app.block_standing(of_year uuid) returns integer language sql as 'select 1'`);
  await forget('figure');
  await owner.unsafe('revoke select on unit from giaouoc_app');
  const before = await dumpSchema(database.ownerUrl);
  await expect(migrate(database.ownerUrl)).rejects.toThrow(/packages\/db\/sql\/score\.sql: cannot change return type/);
  expect(await dumpSchema(database.ownerUrl)).toBe(before);
});

it('refuses a database that a newer version wrote, and leaves it as it is', async () => {
  await owner`insert into platform_migrations.__drizzle_migrations (hash, created_at) values ('of-tomorrow', 32503680000000)`;
  await forget('figure');
  const before = await owner`select name, hash from platform_migrations.sql_file order by name`;
  await expect(migrate(database.ownerUrl)).rejects.toThrow(NewerDatabase);
  expect(await owner`select name, hash from platform_migrations.sql_file order by name`).toEqual(before);
});
