import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwner, type Owner } from '../../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../../testing/database.ts';

/*
 * Promise A1, read from the catalogue: whatever migrations made, every tenant table is walled, and the application's
 * role cannot climb over. Each question answers with the faults it finds, so that the tests below can also show that a
 * fault would be found.
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

const app = 'giaouoc_app';
const names = async (rows: Promise<Iterable<{ name: string }>>) => [...(await rows)].map((row) => row.name).sort();

/** Tenant tables whose row-level security is not on, not forced, or lets the application's role see nothing at all. */
const openTables = () =>
  names(owner<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
                    and ${app} = any(p.roles)))`);

/** Policies that let a row through without asking anything. */
const emptyPolicies = () =>
  names(owner<{ name: string }[]>`
    select p.tablename || '.' || p.policyname as name from pg_policies p
    where p.schemaname = 'public' and (
      (p.cmd in ('SELECT', 'UPDATE', 'DELETE', 'ALL') and coalesce(p.qual, 'true') in ('true', '(true)'))
      or (p.cmd in ('INSERT', 'UPDATE', 'ALL') and coalesce(p.with_check, 'true') in ('true', '(true)')))`);

/** Policies of the application's role that never mention the federation of the scope. */
const unscopedPolicies = () =>
  names(owner<{ name: string }[]>`
    select p.tablename || '.' || p.policyname as name from pg_policies p
    where p.schemaname = 'public' and ${app} = any(p.roles)
      and coalesce(p.qual, p.with_check, '') not like '%app.federation_id()%'`);

/** Policies for everybody, or for a role nobody thought of. */
const strayPolicies = () =>
  names(owner<{ name: string }[]>`
    select p.tablename || '.' || p.policyname as name from pg_policies p
    where p.schemaname = 'public' and not (p.roles <@ array[${app}, 'giaouoc_owner']::name[])`);

/** Keys of tenant tables that do not begin with the federation. */
const unscopedKeys = () =>
  names(owner<{ name: string }[]>`
    select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')
      and c.conrelid <> 'public.federation'::regclass and a.attname <> 'federation_id'`);

/** Rights of the application's role on tables of the platform, on any column. */
const platformRights = () =>
  names(owner<{ name: string }[]>`
    select c.relname || ' ' || r.what as name from pg_class c,
      (values ('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')) r (what)
    where c.relnamespace = 'platform'::regnamespace and c.relkind in ('r', 'p', 'v')
      and has_any_column_privilege(${app}, c.oid, r.what)
    union all
    select c.relname || ' ' || r.what from pg_class c, (values ('DELETE'), ('TRUNCATE'), ('TRIGGER')) r (what)
    where c.relnamespace = 'platform'::regnamespace and c.relkind in ('r', 'p', 'v')
      and has_table_privilege(${app}, c.oid, r.what)`);

/** Named functions that run as the owner with a search path of the caller's, or that everybody may call. */
const looseFunctions = () =>
  names(owner<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and p.prosecdef
      and (not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%')
        or has_function_privilege('public', p.oid, 'EXECUTE'))`);

/** Everything the application's role owns. */
const owned = () =>
  names(owner<{ name: string }[]>`
    select 'relation ' || c.oid::regclass as name from pg_class c where c.relowner = ${app}::regrole
    union all select 'function ' || p.oid::regprocedure from pg_proc p where p.proowner = ${app}::regrole
    union all select 'schema ' || n.nspname from pg_namespace n where n.nspowner = ${app}::regrole
    union all select 'database ' || d.datname from pg_database d where d.datdba = ${app}::regrole`);

describe('A1: the walls, as the catalogue has them', () => {
  it('stands around every tenant table, with a condition in every policy', async () => {
    const [count] = await owner<{ n: number }[]>`select count(*)::int as n from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    expect(count!.n).toBeGreaterThan(20);
    expect(await openTables()).toEqual([]);
    expect(await emptyPolicies()).toEqual([]);
    expect(await strayPolicies()).toEqual([]);
    expect(await unscopedPolicies()).toEqual([]);
  });

  it('has the federation first in every key', async () => {
    expect(await unscopedKeys()).toEqual([]);
  });

  it('gives the application’s role nothing to climb with', async () => {
    const [role] = await owner`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles
      where rolname = ${app}`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    expect(await owned()).toEqual([]);
    const groups = owner<{ name: string }[]>`select m.roleid::regrole::text as name from pg_auth_members m
      where m.member = ${app}::regrole`;
    expect(await names(groups)).toEqual([]);
  });

  it('keeps the platform’s tables behind named functions', async () => {
    expect(await platformRights()).toEqual([]);
    expect(await looseFunctions()).toEqual([]);
  });
});

it('finds each of these faults when somebody makes it', async () => {
  await owner.unsafe(`
    create table public.open_house (federation_id uuid not null, id uuid not null, primary key (id));
    create table public.unforced (federation_id uuid primary key);
    alter table public.unforced enable row level security;
    create policy here on public.unforced for select to ${app} using (federation_id = app.federation_id());
    create policy anything on public.unit for insert to ${app} with check (true);
    create policy everybody on public.year for select using (federation_id = app.federation_id());
    create policy elsewhere on public.block for select to ${app} using (code <> '');
    grant usage on schema platform to ${app};
    grant select (user_name) on platform.account to ${app};
    create function app.loose() returns void language sql security definer as 'select 1';
  `);
  expect(await openTables()).toEqual(['open_house', 'unforced']);
  expect(await emptyPolicies()).toEqual(['unit.anything']);
  expect(await strayPolicies()).toEqual(['year.everybody']);
  expect(await unscopedPolicies()).toEqual(['block.elsewhere', 'unit.anything']);
  expect(await unscopedKeys()).toEqual(['open_house.open_house_pkey']);
  expect(await platformRights()).toEqual(['account SELECT']);
  expect(await looseFunctions()).toEqual(['app.loose()']);
});
