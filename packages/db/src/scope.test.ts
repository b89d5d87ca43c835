import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { federation } from './schema/index.ts';
import { inScope, mintScope, openDatabase, type Database, type Scope, type Scoped } from './scope.ts';
import { buildFederation, buildPerson, openOwner, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

let database: TestDatabase;
let owner: Owner;
let db: Database;
const scopes: Scope[] = [];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  // Fewer connections than federations: each one is used for all of them in turn.
  db = openDatabase(database.appUrl, { max: 3 });
  for (let left = 5; left > 0; left -= 1) {
    const { id } = await buildFederation(owner, { units: [] });
    const person = await buildPerson(owner, id, 'officer', null);
    const { accountId, membershipId } = person;
    const facts = { federationId: id, role: 'officer' as const, unitId: null, accountId, membershipId };
    scopes.push(mintScope({ ...facts, title: 'Cán bộ', requestId: randomUUID() }));
  }
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await owner.end({ timeout: 1 });
  await database.drop();
});

/** Ways to ask, as the first statement of the work: what the scope's own statement must not be overtaken by. */
const firstStatements: Record<string, (tx: Scoped) => Promise<string[]>> = {
  select: async (tx) => (await tx.select({ id: federation.id }).from(federation)).map(({ id }) => id),
  'select with a value': async (tx) =>
    (await tx.select({ id: federation.id }).from(federation).where(eq(federation.demo, false))).map(({ id }) => id),
  execute: async (tx) => [...(await tx.execute<{ id: string }>(sql`select id from federation`))].map(({ id }) => id),
  'execute with a value': async (tx) =>
    [...(await tx.execute<{ id: string }>(sql`select id from federation where demo = ${false}`))].map(({ id }) => id),
};

describe('a transaction in a scope', () => {
  it.each(Object.entries(firstStatements))(
    'sees its own federation from its first %s on, and no other',
    async (_, ask) => {
      const turns = Array.from({ length: 100 }, (_, turn) => scopes[turn % scopes.length]!);
      const seen = await Promise.all(turns.map((scope) => inScope(db, scope, ask)));
      expect(seen).toEqual(turns.map((scope) => [scope.federationId]));
    },
  );

  it('leaves nothing of itself behind on its connection', async () => {
    for (let left = 4; left > 0; left -= 1) await inScope(db, scopes[0]!, (tx) => tx.execute(sql`select 1`));
    const left = await Promise.all(
      Array.from({ length: 6 }, () => db.execute<{ id: string }>(sql`select id from federation where demo = ${false}`)),
    );
    expect(left.map((rows) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('says what went wrong in the work, and nothing of it stays', async () => {
    const failing = inScope(db, scopes[0]!, async (tx) => {
      await tx.execute(sql`update federation set place = ${'Nơi khác'}`);
      throw new Error('of the work');
    });
    await expect(failing).rejects.toThrow('of the work');
    expect(await owner`select 1 from federation where place = 'Nơi khác'`).toHaveLength(0);
  });

  it('does not run at all where PostgreSQL refuses the scope', async () => {
    const wrong = mintScope({ ...scopes[0]!, title: '', federationId: 'none\0' });
    await expect(inScope(db, wrong, (tx) => tx.execute(sql`select 1 as one`))).rejects.toThrow();
  });
});

describe('a statement', () => {
  it('is prepared once for a connection, whatever its values; one with a long list is not kept', async () => {
    const single = openDatabase(database.appUrl, { max: 1 });
    const prepared = async () => {
      const [row] = await single.execute<{ n: number }>(
        sql`select count(*)::int as n from pg_prepared_statements where ${true}`,
      );
      return row!.n;
    };
    await prepared();
    const before = await prepared();
    for (const name of ['a', 'b', 'c']) await single.execute(sql`select ${name}::text`);
    expect(await prepared()).toBe(before + 1);
    const list = sql.join(
      Array.from({ length: 81 }, (_, value) => sql`${value}::int`),
      sql`, `,
    );
    await single.execute(sql`select array[${list}]`);
    expect(await prepared()).toBe(before + 1);
    const [row] = await single.execute(
      sql`select current_setting(${'plan_cache_mode'}) as mode, current_setting('enable_seqscan') as reads_all`,
    );
    expect(row).toEqual({ mode: 'force_generic_plan', reads_all: 'off' });
    await single.$client.end();
  });

  it('is not prepared behind a pooler that would not know it again', async () => {
    const pooled = openDatabase(database.appUrl, { max: 1, prepare: false });
    const [row] = await pooled.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_prepared_statements where ${true}`,
    );
    expect(row?.n).toBe(0);
    await pooled.$client.end();
  });
});
