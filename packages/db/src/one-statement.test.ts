import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope, mintScope, openDatabase, type Database, type Scope, type Scoped } from './scope.ts';
import { buildFederation, buildPerson, openOwner, type Owner } from '../testing/builders.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { inOneStatement } from './one-statement.ts';

/** A row that anybody may write and that leaves no trace: what is tested is the transaction alone. */
const scratch = pgTable('scratch', { place: text().notNull() });

let database: TestDatabase;
let owner: Owner;
let db: Database;
let scope: Scope;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwner(database.ownerUrl);
  await owner.unsafe(`create table scratch (place text not null); insert into scratch values ('Đầu');
    grant select, update on scratch to giaouoc_app`);
  // One connection: whatever a transaction leaves behind, the next one meets.
  db = openDatabase(database.appUrl, { max: 1 });
  const { id } = await buildFederation(owner, { units: [] });
  const { accountId, membershipId } = await buildPerson(owner, id, 'officer', null);
  const facts = { federationId: id, role: 'officer' as const, unitId: null, accountId, membershipId };
  scope = mintScope({ ...facts, title: 'Cán bộ', requestId: randomUUID() });
});
afterAll(async () => {
  await db.$client.end({ timeout: 1 });
  await owner.end({ timeout: 1 });
  await database.drop();
});

const moveTo = (place: string) => sql`update scratch set place = ${place}`;
const broken = sql`update scratch set place = ${null}`;
const place = async () => (await owner<{ place: string }[]>`select place from scratch`)[0]!.place;

describe('the last writes of a transaction', () => {
  it('are committed once they are answered, and the next transaction begins clean', async () => {
    for (const to of ['Một', 'Hai', 'Ba']) {
      await inScope(db, scope, (tx) => inOneStatement(tx, [moveTo(to)], { last: true }));
      expect(await place()).toBe(to);
    }
    await inScope(db, scope, async (tx) => inOneStatement(tx, []));
  });

  it('take everything before them back when they fail, and say why', async () => {
    const before = await place();
    const work = inScope(db, scope, async (tx) => {
      await tx.execute(moveTo('Nơi khác'));
      await inOneStatement(tx, [broken], { last: true });
    });
    await expect(work).rejects.toMatchObject({ cause: { code: '23502' } });
    expect(await place()).toBe(before);
    await inScope(db, scope, (tx) => inOneStatement(tx, [moveTo('Sau lỗi')], { last: true }));
    expect(await place()).toBe('Sau lỗi');
  });

  it('are not said to be stored when a statement nobody waited for had failed before them', async () => {
    const before = await place();
    const work = inScope(db, scope, async (tx) => {
      tx.execute(broken).catch(() => {});
      await inOneStatement(tx, [moveTo('Nơi khác')], { last: true });
    });
    await expect(work).rejects.toThrow();
    expect(await place()).toBe(before);
  });

  it('are the last: what is asked after them in the same transaction is refused, and reaches nobody else', async () => {
    const others = Array.from({ length: 5 }, (_, n) => inScope(db, scope, (tx) => tx.execute(moveTo(`Khác ${n}`))));
    const work = inScope(db, scope, async (tx) => {
      await inOneStatement(tx, [moveTo('Cuối')], { last: true });
      await tx.execute(moveTo('Sau cuối'));
    });
    await expect(work).rejects.toMatchObject({ cause: { code: 'TRANSACTION_OVER' } });
    await Promise.all(others);
    expect(await place()).not.toBe('Sau cuối');
  });
});

it('what is asked in one turn is answered in the order it was asked, whichever way it is asked', async () => {
  const [moved, seen, locked, again] = await inScope(db, scope, (tx) =>
    Promise.all([
      tx.execute(moveTo('Trước')),
      tx.execute<{ place: string }>(sql`select place from scratch where place <> ${''}`),
      tx.select({ place: scratch.place }).from(scratch).for('update'),
      tx.execute(moveTo('Sau')),
    ]),
  );
  expect([moved.count, seen[0]?.place, locked[0]?.place, again.count]).toEqual([1, 'Trước', 'Trước', 1]);
  // Judging holds its rows with a select before it reads.
  const [held, read] = await inScope(db, scope, (tx) =>
    Promise.all([
      tx.select({ place: scratch.place }).from(scratch).for('update'),
      tx.execute<{ locks: number }>(sql`
        select count(*)::int as locks from pg_locks where pid = pg_backend_pid() and mode = ${'RowShareLock'}
          and relation = 'scratch'::regclass`),
    ]),
  );
  expect([held.length, read[0]?.locks]).toEqual([1, 1]);
});

it.each([true, false])(
  'what a transaction that has ended still asks reaches nobody else (prepared: %s)',
  async (prepare) => {
    const one = openDatabase(database.appUrl, { max: 1, prepare });
    let [failed, done]: Scoped[] = [];
    const failing = inScope(one, scope, (tx) => Promise.reject(((failed = tx), new Error('refused'))));
    await expect(failing).rejects.toThrow('refused');
    await inScope(one, scope, async (tx) => void (done = tx));
    await inScope(one, scope, async (tx) => {
      await tx.execute(moveTo('Của mình'));
      for (const late of [failed!, done!])
        await expect(late.execute(moveTo('Muộn')).execute()).rejects.toMatchObject({
          cause: { code: 'TRANSACTION_OVER' },
        });
    });
    expect(await place()).toBe('Của mình');
    await one.$client.end({ timeout: 1 });
  },
);
