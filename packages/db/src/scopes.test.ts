import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, scopeKindOf, type Role } from '@giaouoc/domain/access/index';
import { inScope, mintScope, openDatabase, type Database, type Scope } from './scope.ts';
import { rolesSql } from './roles-sql.ts';
import { buildFederation, buildPerson, openOwner, type BuiltFederation, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

/** How far each kind of scope gets, asked of every table that the application's role may read. */
let database: TestDatabase;
let owner: Owner;
let db: Database;
let here: BuiltFederation;
let tables: string[];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  db = openDatabase(database.appUrl);
  here = await buildFederation(owner, { units: ['A', 'B', 'C', 'D'] });
  const elsewhere = await buildFederation(owner, { units: ['X'] });
  for (const { id, yearId, units } of [here, elsewhere]) {
    await owner`insert into plan_version (federation_id, year_id, version, document, hash, engine, published_by)
      values (${id}, ${yearId}, 1, '{}', 'h', 'e', uuidv7())`;
    for (const line of ['1.1', '1.2']) {
      await owner`insert into plan_line (federation_id, year_id, code, title, kind, position, since_version)
        values (${id}, ${yearId}, ${line}, 'x', 'target', 1, 1)`;
      for (const unit of Object.values(units))
        await owner`insert into figure (federation_id, year_id, unit_id, line_code, period_code, entered_by, entered_as)
          values (${id}, ${yearId}, ${unit.id}, ${line}, 'hk1', uuidv7(), 'x')`;
    }
    for (const unit of Object.values(units))
      await owner`insert into report (federation_id, year_id, unit_id, period_code)
        values (${id}, ${yearId}, ${unit.id}, 'hk1')`;
  }
  const rows = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege('giaouoc_app', oid, 'select') order by 1`;
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await owner.end({ timeout: 1 });
  await database.drop();
});

async function scopeOf(role: Role, more: { unitId?: string; provinceId?: string } = {}): Promise<Scope> {
  const unitId = scopeKindOf(role) === 'unit' ? (more.unitId ?? here.units['A']!.id) : null;
  const { accountId, membershipId } = await buildPerson(owner, here.id, role, unitId);
  const facts = { federationId: here.id, role, unitId, provinceId: more.provinceId ?? null, accountId, membershipId };
  return mintScope({ ...facts, title: 'x', requestId: 'x' });
}

/** Rows of each table that a scope sees; tables without any are left out. */
async function seen(scope: Scope): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const rows = await inScope(db, scope, (tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`));
    if (rows.length > 0) counts[table] = rows.length;
  }
  return counts;
}

const common = { block: 2, cluster: 1, federation: 1, plan_line: 2, plan_version: 1, year: 1 };

describe('a scope sees', () => {
  it.each(['officer', 'verifier', 'reader'] as const)('as %s everything of its federation', async (role) => {
    const people = await owner`select 1 from membership where federation_id = ${here.id}`;
    const all = { ...common, figure: 8, report: 4, unit: 4, year_unit: 4 };
    expect(await seen(await scopeOf(role))).toEqual({ ...all, membership: people.length + 1 });
  });

  it.each(['chair', 'deputy', 'principal'] as const)('as %s its own unit, and what is everyone’s', async (role) => {
    const { membership, ...rows } = await seen(await scopeOf(role));
    expect(rows).toEqual({ ...common, figure: 2, report: 1, unit: 1, year_unit: 1 });
    const people = await owner`select 1 from membership where unit_id = ${here.units['A']!.id}`;
    expect(membership).toBe(people.length);
  });

  it('as the province no row at all, with and without its province', async () => {
    expect(await seen(await scopeOf('province'))).toEqual({});
    const provinceId = randomUUID();
    const scope = await scopeOf('province', { provinceId });
    expect(await seen(scope)).toEqual({});
    const [asked] = await inScope(db, scope, (tx) =>
      tx.execute(sql`select app.province_id() as id, app.has('province.see') as has`),
    );
    expect(asked).toEqual({ id: provinceId, has: true });
  });
});

/** One fact of the scope is gone or another one, as a slip in the application could make it. */
const broken = (scope: Scope, change: object): Scope => ({ ...scope, ...change }) as Scope;

describe('a scope without its narrowing sees nothing', () => {
  it('of a federation', async () => {
    for (const role of roles) expect(await seen(broken(await scopeOf(role), { federationId: '' })), role).toEqual({});
  });
  it('of a unit', async () => {
    expect(await seen(broken(await scopeOf('chair'), { unitId: null }))).toEqual({});
  });
  it('of no kind, or of another kind than its role’s', async () => {
    for (const role of roles) {
      const scope = await scopeOf(role);
      const others = ['', 'unit', 'federation', 'assigned', 'province'].filter((kind) => kind !== scope.kind);
      for (const kind of others) expect(await seen(broken(scope, { kind })), `${role} ${kind}`).toEqual({});
    }
  });
  it('of a role that nobody has heard of', async () => {
    expect(await seen(broken(await scopeOf('officer'), { role: 'nobody' }))).toEqual({});
  });
  it('and is not made for a role of a unit', async () => {
    const facts = { federationId: here.id, accountId: randomUUID(), membershipId: randomUUID() };
    expect(() => mintScope({ ...facts, role: 'chair', unitId: null, title: 'x', requestId: 'x' })).toThrow(/its unit/);
  });
});

describe('who sees only what was given', () => {
  let scope: Scope;
  beforeAll(async () => {
    // No role is of this kind yet: here, readers are.
    await owner.unsafe(
      rolesSql().replace(
        /when 'federation reader' .*/,
        `when 'assigned reader' then capability in ('any.belong', 'assigned.see')`,
      ),
    );
    scope = broken(await scopeOf('reader'), { kind: 'assigned' });
  });

  const give = (what: { unit?: string; block?: string; line?: string }, to = scope.membershipId) =>
    owner`insert into assignment (federation_id, membership_id, year_id, unit_id, block_code, line_code, given_by)
      values (${here.id}, ${to}, ${here.yearId}, ${what.unit ? here.units[what.unit]!.id : null}, ${what.block ?? null},
        ${what.line ?? null}, ${scope.membershipId})`;
  const onlyGiven = async (...given: Parameters<typeof give>[0][]) => {
    await owner`delete from assignment`;
    for (const one of given) await give(one);
    return seen(scope);
  };

  it('sees no unit while nothing is', async () => {
    expect(await onlyGiven()).toEqual(common);
    await give({ unit: 'A' }, (await scopeOf('officer')).membershipId);
    expect(await seen(scope)).toEqual(common);
  });

  it('sees a unit, the units of a block, a line of all units, and their sum', async () => {
    const unit = { figure: 2, report: 1, unit: 1, year_unit: 1 };
    expect(await onlyGiven({ unit: 'B' })).toEqual({ ...common, ...unit });
    expect(await onlyGiven({ block: 'mn' })).toEqual({ ...common, ...unit });
    expect(await onlyGiven({ block: 'th' })).toEqual({ ...common, figure: 6, report: 3, unit: 3, year_unit: 3 });
    // Of a line the figures, and what the units are called.
    const line = { figure: 4, unit: 4, year_unit: 4 };
    expect(await onlyGiven({ line: '1.2' })).toEqual({ ...common, ...line });
    expect(await onlyGiven({ line: '1.2' }, { unit: 'B' })).toEqual({ ...common, ...line, figure: 5, report: 1 });
    expect(await onlyGiven({ unit: 'D' }, { block: 'mn' })).toEqual({ ...common, ...unit });
  });

  it('changes nothing of it, and is given one thing at a time, once', async () => {
    await onlyGiven({ unit: 'B' });
    const change = inScope(db, scope, (tx) => tx.execute(sql`update figure set note = 'x' returning 1`));
    expect(await change).toHaveLength(0);
    await expect(give({ unit: 'B' })).rejects.toMatchObject({ constraint_name: 'assignment_once' });
    for (const what of [{}, { unit: 'B', line: '1.1' }])
      await expect(give(what)).rejects.toMatchObject({ constraint_name: 'assignment_of_one' });
  });

  it('sees none of it without a membership', async () => {
    await onlyGiven({ unit: 'B' }, { line: '1.1' });
    expect(await seen(broken(scope, { membershipId: '' }))).toEqual({});
    expect(await seen(broken(scope, { membershipId: randomUUID() }))).toEqual(common);
  });
});
