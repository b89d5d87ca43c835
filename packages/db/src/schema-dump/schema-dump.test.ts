import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';
import { dumpSchema, storedSchema } from './schema-dump.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('is checked in as it stands', async () => {
  const now = await dumpSchema(database.ownerUrl);
  expect(now, 'packages/db/schema.sql is not the schema of this version: run "node tools/write-schema.ts"').toBe(
    storedSchema(),
  );
});

it('shows every kind of change', async () => {
  const owner = openOwner(database.ownerUrl);
  await owner.unsafe(`
    alter table public.unit add column motto text default 'x';
    alter table public.unit add constraint has_code check (code <> '');
    create index unit_by_motto on public.unit (motto);
    create policy also on public.unit for select to giaouoc_app using (app.role() = 'reader');
    alter table public.block no force row level security;
    grant delete on public.pledge to giaouoc_app;
    grant update (kind) on public.plan_line to giaouoc_app;
    create function app.extra(a text) returns text language sql security definer as 'select a';
    create trigger extra before update on public.unit for each row execute function app.guard_report();
    drop trigger guard_submission on public.submission`);
  await owner.end({ timeout: 1 });
  const before = storedSchema().split('\n');
  const after = (await dumpSchema(database.ownerUrl)).split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    'grant update (kind) on plan_line to giaouoc_app;',
    'grant delete, insert, select on pledge to giaouoc_app;',
    "  motto text default 'x'::text,",
    '  constraint unit_code UNIQUE (federation_id, code),',
    "  constraint has_code CHECK ((code <> ''::text))",
    'CREATE INDEX unit_by_motto ON public.unit USING btree (motto);',
    'create policy also on unit for select to giaouoc_app',
    "  using (app.role() = 'reader'::text);",
    'CREATE TRIGGER extra BEFORE UPDATE ON public.unit FOR EACH ROW EXECUTE FUNCTION app.guard_report();',
    'create function app.extra(text) returns text language sql volatile security definer;',
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual([
    'alter table block force row level security;',
    'grant insert, select on pledge to giaouoc_app;',
    'CREATE TRIGGER guard_submission BEFORE UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION app.guard_submission();',
    '  constraint unit_code UNIQUE (federation_id, code)',
  ]);
});
