import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  capabilities,
  capabilitiesOf,
  foundingRole,
  roles,
  scopeKindOf,
  scopeKinds,
} from '@giaouoc/domain/access/index';
import { openOwner, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { rolesFile, rolesSql } from './roles-sql.ts';

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

describe('PostgreSQL’s list of roles', () => {
  it('is the one of the domain', () => {
    expect(readFileSync(rolesFile, 'utf8'), 'Run `node tools/write-schema.ts`.').toBe(rolesSql());
  });

  it('gives each role what the domain gives it in its own kind of scope, and nothing in any other', async () => {
    for (const role of [...roles, 'nobody-thought-of', null])
      for (const kind of [...scopeKinds, 'elsewhere', null]) {
        const rows = await owner<{ has: string }[]>`
          select c as has from unnest(${capabilities as readonly string[] as string[]}::text[]) c
          where app.role_has(${kind}::text || ' ' || ${role}::text, c)`;
        const known = roles.find((one) => one === role && scopeKindOf(one) === kind);
        expect(rows.map(({ has }) => has).sort(), `${role} in ${kind}`).toEqual(
          known ? [...capabilitiesOf(known)].sort() : [],
        );
      }
  });

  it('begins a federation with somebody who can bring others in', async () => {
    const [row] = await owner<{ role: string }[]>`select app.founding_role() as role`;
    expect(row?.role).toBe(foundingRole);
    expect(capabilitiesOf(foundingRole)).toContain('federation.people');
  });

  it('is what a membership may have, with a unit exactly for the roles of one', async () => {
    const [check] = await owner<{ text: string }[]>`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'membership_role'`;
    expect([...check!.text.matchAll(/'([^']+)'/g)].map(([, role]) => role)).toEqual(roles);
    const add = (role: string, unit: string | null) =>
      owner`insert into membership (federation_id, account_id, role, unit_id, title)
        values (uuidv7(), uuidv7(), ${role}, ${unit}, 'x')`.catch(
        (error: { constraint_name?: string }) => error.constraint_name,
      );
    for (const role of roles) {
      const ofUnit = scopeKindOf(role) === 'unit';
      expect(await add(role, ofUnit ? null : crypto.randomUUID()), role).toBe('membership_unit');
      // Stands as far as the checks go: there is no such federation.
      expect(await add(role, ofUnit ? crypto.randomUUID() : null), role).toMatch(/^membership_federation_id/);
    }
    expect(await add('nobody-thought-of', null)).toBe('membership_role');
  });
});

/** Files of a folder that name a role as PostgreSQL would compare it. The province is a kind of scope too, and a table. */
function namingRoles(folder: string, ends: string): string[] {
  const telling = roles.filter((role) => !(scopeKinds as readonly string[]).includes(role));
  const named = new RegExp(`'(${telling.join('|')})'`);
  return readdirSync(folder)
    .filter((name) => name.endsWith(ends) && !name.endsWith('.test.ts'))
    .filter((name) => named.test(readFileSync(path.join(folder, name), 'utf8')));
}

it('is the only place of PostgreSQL that names roles: policies, guards and functions ask for capabilities', () => {
  expect(namingRoles(path.dirname(rolesFile), '.sql')).toEqual(['roles.sql']);
  expect(namingRoles(path.join(import.meta.dirname, 'schema'), '.ts')).toEqual([]);
});

it('is asked for capabilities that there are', async () => {
  const rows = await owner<{ asked: string }[]>`
    select distinct m[1] as asked from (
      select coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies
      union all select prosrc from pg_proc where pronamespace = 'app'::regnamespace) t,
      regexp_matches(t.text, 'app\\.has\\(''([^'']+)''', 'g') m order by 1`;
  const asked = rows.map((row) => row.asked);
  expect(asked.filter((one) => !(capabilities as readonly string[]).includes(one))).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
});
