import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope, type Scoped } from '@giaouoc/db';
import { people, type People } from './people.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

const take = (federationId: string): SQL<{ first: number }> =>
  sql`select app.take_receipt_numbers(${federationId}, 'KY', 2026, 2) as first`;
/** What PostgreSQL knows of who is asking, and whether a commit waits for the disk. */
const standing = async (tx: Pick<Scoped, 'execute'>) => {
  const [row] = await tx.execute<{ federation: string | null; durable: string }>(
    sql`select app.federation_id() as federation, current_setting('synchronous_commit') as durable`,
  );
  return row;
};

it('in a scope, numbers are of its own federation, and the transaction stays what it was', async () => {
  const { chair, federation, otherFederation, services } = all;
  const [before, first, second, after] = await inScope(services.db, chair.scope, async (tx) => {
    const begun = await standing(tx);
    const [one] = await tx.execute<{ first: number }>(take(federation.id));
    const [two] = await tx.execute<{ first: number }>(take(federation.id));
    return [begun, one?.first, two?.first, await standing(tx)];
  });
  expect([first, second]).toEqual([1, 3]);
  expect(before?.federation).toBe(federation.id);
  expect(after).toEqual(before);
  const foreign = inScope(services.db, chair.scope, (tx) => tx.execute(take(otherFederation.id)));
  await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } });
  expect(await all.owner`select 1 from receipt_counter where prefix = 'KY'`).toHaveLength(1);
});

it('taken by themselves, they leave nobody in the federation they were taken for', async () => {
  const { numbers } = all.services;
  const left = await numbers.transaction(async (tx) => {
    const [row] = await tx.execute<{ first: number }>(take(all.otherFederation.id));
    expect(row?.first).toBe(1);
    const { federation } = (await standing(tx))!;
    const [seen] = await tx.execute<{ rows: number }>(sql`select count(*)::int as rows from unit`);
    return { federation, rows: seen?.rows };
  });
  expect(left).toEqual({ federation: null, rows: 0 });
});
