import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkRole } from './check-role.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

describe('A1 the role the application asks with', () => {
  let database: TestDatabase;
  /** A superuser on the test's database. */
  let admin: Sql;
  const roles: string[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    const url = Object.assign(new URL(inject('testCluster').adminUrl), {
      pathname: new URL(database.ownerUrl).pathname,
    });
    admin = postgres(url.href, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    for (const role of roles) await admin.unsafe(`drop owned by ${role}; drop role ${role}`);
    await admin.end();
    await database.drop();
  });

  /** A new role with these attributes, and its URL on the test's database. */
  async function role(attributes: string): Promise<{ name: string; url: string }> {
    const name = `role_${randomBytes(5).toString('hex')}`;
    roles.push(name);
    await admin.unsafe(`create role ${name} login password 'x' ${attributes}`);
    await admin.unsafe(`grant connect on database "${new URL(database.ownerUrl).pathname.slice(1)}" to ${name}`);
    return { name, url: Object.assign(new URL(database.appUrl), { username: name, password: 'x' }).href };
  }

  it('accepts the one the product makes', async () => {
    expect(await checkRole(database.appUrl)).toEqual([]);
    expect(await checkRole(database.appUrl, { prepare: false })).toEqual([]);
  });

  it('refuses the owning role', async () => {
    expect(await checkRole(database.ownerUrl)).toEqual(['owner']);
  });

  it.each([
    ['superuser', ['superuser']],
    ['bypassrls', ['bypasses-row-security']],
    ['in role giaouoc_owner', ['owner']],
    ['in role giaouoc_app', []],
    ['in role pg_read_all_data', []],
  ])('%s → %j', async (attributes, faults) => {
    const { url } = await role(attributes);
    expect(await checkRole(url)).toEqual(faults);
  });

  it('refuses a role that can become one exempt from row-level security', async () => {
    const exempt = await role('bypassrls');
    const { url } = await role(`in role ${exempt.name}`);
    expect(await checkRole(url)).toEqual(['bypasses-row-security']);
  });

  it.each([
    [
      'a table',
      (name: string) => `create table public.t_${name} (id int); alter table public.t_${name} owner to ${name}`,
    ],
    ['a schema', (name: string) => `create schema s_${name} authorization ${name}`],
    [
      'a function',
      (name: string) =>
        `create function public.f_${name}() returns int language sql as 'select 1'; alter function public.f_${name}() owner to ${name}`,
    ],
  ])('refuses a role that owns %s', async (_what, make) => {
    const { name, url } = await role('');
    expect(await checkRole(url)).toEqual([]);
    await admin.unsafe(make(name));
    expect(await checkRole(url)).toEqual(['owner']);
  });
});
