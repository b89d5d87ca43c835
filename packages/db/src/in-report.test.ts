import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReport, inScope, mintScope, openDatabase, type Database, type Scope, type Scoped } from './scope.ts';
import { buildFederation, buildPerson, openOwner, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';

let database: TestDatabase;
let owner: Owner;
let db: Database;
let scope: Scope;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  db = openDatabase(database.appUrl, { max: 1 });
  scope = await officerWith(4000);
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await owner.end({ timeout: 1 });
  await database.drop();
});

/** An officer of a federation of its own with so many events in its trail. */
async function officerWith(events: number): Promise<Scope> {
  const { id } = await buildFederation(owner, { units: [] });
  const { accountId, membershipId } = await buildPerson(owner, id, 'officer', null);
  await owner`insert into audit_event (federation_id, account_id, membership_id, role, title, action, subject, request_id)
    select ${id}, ${accountId}, ${membershipId}, 'officer', 'Cán bộ', 'unit.change', 'Đơn vị ' || n, 'x'
    from generate_series(1, ${events}::int) n`;
  await owner`analyze audit_event`;
  const facts = { federationId: id, role: 'officer' as const, unitId: null, accountId, membershipId };
  return mintScope({ ...facts, title: 'Cán bộ', requestId: randomUUID() });
}

const settings = async (tx: Scoped) => {
  const [row] = await tx.execute(sql`select current_setting(${'plan_cache_mode'}) as plans,
    current_setting('enable_seqscan') as from_end_to_end, current_setting('transaction_read_only') as read_only`);
  return row;
};
const ordinary = { plans: 'force_generic_plan', from_end_to_end: 'off', read_only: 'off' };

describe('a report', () => {
  it('is planned for its values, reads alone, and leaves nothing of it on its connection', async () => {
    expect(await inReport(db, scope, settings)).toEqual({
      plans: 'force_custom_plan',
      from_end_to_end: 'on',
      read_only: 'on',
    });
    expect(await settings(db as unknown as Scoped)).toEqual(ordinary);
    expect(await inScope(db, scope, settings)).toEqual(ordinary);
    await expect(inReport(db, scope, () => Promise.reject(new Error('of the work')))).rejects.toThrow('of the work');
    expect(await inScope(db, scope, settings)).toEqual(ordinary);
  });

  it('sees its own federation from its first statement on, and writes nothing', async () => {
    const seen = await inReport(db, scope, (tx) =>
      tx.execute<{ id: string }>(sql`select id from federation where ${true}`),
    );
    expect([...seen]).toEqual([{ id: scope.federationId }]);
    const writing = inReport(db, scope, (tx) => tx.execute(sql`update federation set place = ${'x'}`));
    await expect(writing).rejects.toMatchObject({ cause: { code: '25006' } });
  });
});

/** How PostgreSQL goes through the trail for a word that nobody wrote, and how many pages it touches. */
async function search(how: typeof inReport): Promise<{ node: string; pages: number }> {
  type Node = { 'Node Type': string; Plans?: Node[]; 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
  const [row] = await how(db, scope, (tx) =>
    tx.execute<{ 'QUERY PLAN': { Plan: Node }[] }>(sql`explain (analyze, buffers, costs off, timing off, format json)
      select id from audit_event where federation_id = ${scope.federationId} and subject like ${'%không ai viết%'}`),
  );
  const { Plan: plan } = row!['QUERY PLAN'][0]!;
  const nodes = (node: Node): string[] => [node['Node Type'], ...(node.Plans ?? []).flatMap(nodes)];
  return {
    node: nodes(plan).find((name) => /Scan/.test(name))!,
    pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
  };
}

it('a search reads from end to end while a federation fills the table, and not the rows of others once they fill it', async () => {
  const alone = await search(inReport);
  expect(alone.node).toBe('Seq Scan');
  expect((await search(inScope)).node).not.toBe('Seq Scan');
  for (const events of [20_000, 20_000]) await officerWith(events);
  const among = await search(inReport);
  expect(among.node).not.toBe('Seq Scan');
  const [whole] = await owner<
    { pages: number }[]
  >`select relpages as pages from pg_class where relname = 'audit_event'`;
  expect(whole!.pages).toBeGreaterThan(alone.pages * 5);
  expect(among.pages).toBeLessThan(alone.pages * 2);
});
