import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { acceptAll, reportFor } from './entering.ts';
import { people, type People, type Person } from './people.ts';
import { publishSamplePlan } from './sample-plan.ts';

/** What PostgreSQL itself holds when a procedure forgets: statements of the application's role in somebody's scope. */
let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'A');
  await acceptAll(all, 'A');
});
afterAll(() => all.close());

/** The rows a statement came to, or PostgreSQL's word for not letting it. */
const tries = (who: Person, statement: ReturnType<typeof sql>) =>
  inScope(all.services.db, who.scope, async (tx) => [...(await tx.execute(statement))].length).catch(
    (error: { cause?: { code?: string } }) => {
      if (error.cause?.code === '42501') return 'refused';
      throw error;
    },
  );

describe('as a chair, in SQL', () => {
  it('a settled figure stays as it is', async () => {
    const rows =
      await all.owner`select 1 from figure_status where unit_id = ${all.chair.unitId} and status = 'accepted'`;
    expect(rows).toHaveLength(3);
    for (const change of [
      sql`update figure set submitted = '{"value":"99"}' returning 1`,
      sql`update figure set state = 'draft', submitted = null returning 1`,
      sql`update figure set value = submitted, sending = sending + 1 returning 1`,
      sql`update figure_status set status = 'returned' returning 1`,
    ])
      expect(await tries(all.chair, change)).toBe('refused');
  });

  it('nobody else’s rows are there', async () => {
    const { otherChair, strangeChair } = all;
    for (const who of [otherChair, strangeChair])
      for (const table of ['figure', 'report', 'assessment', 'unit_score', 'submission', 'evidence'])
        expect(await tries(who, sql`select 1 from ${sql.identifier(table)} where unit_id = ${all.chair.unitId}`)).toBe(
          0,
        );
  });

  it('judgements, scores, deadlines and deletions are not a unit’s', async () => {
    const { id } = all.federation;
    for (const statement of [
      sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage, decision, by_membership, by_as)
          values (${id}, ${all.federation.yearId}, ${all.chair.unitId}, '1.1', 'hk1', 'federation', 'accepted',
                  ${all.chair.membershipId}, 'x')`,
      sql`update report set due_at = now() + interval '1 year' returning 1`,
      sql`delete from figure returning 1`,
      sql`delete from audit_event returning 1`,
      sql`update audit_event set title = 'x' returning 1`,
      sql`select 1 from platform.account`,
      // No right on the column, whoever asks.
      sql`update membership set role = 'officer' returning 1`,
    ])
      expect(await tries(all.chair, statement)).toBe('refused');
    // No policy lets a unit write these: the rows are not there to be changed.
    for (const statement of [
      sql`update unit_score set total = '20' returning 1`,
      sql`update assessment set undone_at = now() returning 1`,
    ])
      expect(await tries(all.chair, statement)).toBe(0);
  });
});

describe('a signature', () => {
  const insert = (
    who: Person,
    as: { party: string; capacity: string; method?: string; account?: Person; confirmed?: boolean },
  ) => sql`insert into signature (federation_id, year_id, unit_id, version, party, capacity, method, hash, receipt_number,
        receipt, server_signature, account_id, membership_id, confirmed_by, at)
      values (${all.federation.id}, ${all.federation.yearId}, ${all.chair.unitId}, 1, ${as.party}, ${as.capacity},
        ${as.method ?? 'code'}, 'sha256:x', ${randomUUID()}, '{}', 'x', ${(as.account ?? who).accountId},
        ${(as.account ?? who).membershipId}, ${as.confirmed ? who.membershipId : null}, now()) returning 1`;

  it('is nobody’s but the signer’s, in their own capacity', async () => {
    const { chair, deputy, principal, officer, strangeChair } = all;
    const forged: [Person, Parameters<typeof insert>[1]][] = [
      [chair, { party: 'federation', capacity: 'officer' }],
      [chair, { party: 'witness', capacity: 'principal' }],
      [chair, { party: 'unit', capacity: 'chair', method: 'paper' }],
      [chair, { party: 'unit', capacity: 'chair', account: deputy }],
      [chair, { party: 'unit', capacity: 'chair', account: strangeChair }],
      [principal, { party: 'unit', capacity: 'chair' }],
      [officer, { party: 'unit', capacity: 'chair' }],
      [officer, { party: 'unit', capacity: 'chair', method: 'paper' }],
      [officer, { party: 'federation', capacity: 'officer', account: chair }],
    ];
    for (const [who, as] of forged) expect(await tries(who, insert(who, as)), JSON.stringify(as)).toBe('refused');
    expect(await tries(chair, insert(chair, { party: 'unit', capacity: 'chair' }))).toBe(1);
  });
});

describe('trace', () => {
  const insert = (who: Person, as: { account?: Person; role?: string; unitId?: string | null; at?: string }) =>
    sql`insert into audit_event (federation_id, account_id, membership_id, role, title, unit_id, action, subject, request_id, at)
      values (${all.federation.id}, ${who.accountId}, ${(as.account ?? who).membershipId}, ${as.role ?? who.role}, 'x',
        ${as.unitId === undefined ? who.unitId : as.unitId}, 'forged', 'x', 'x', ${as.at ?? sql`now()`})`;

  it('is left as oneself, by a unit about itself, and at the time it is left', async () => {
    const { chair, otherChair, officer, province } = all;
    expect(await tries(chair, insert(chair, { account: otherChair }))).toBe('refused');
    expect(await tries(chair, insert(chair, { unitId: otherChair.unitId }))).toBe('refused');
    expect(await tries(chair, insert(chair, { unitId: null }))).toBe('refused');
    expect(await tries(chair, insert(chair, { role: 'officer' }))).toBe('refused');
    expect(await tries(officer, insert(officer, { account: chair }))).toBe('refused');
    for (const who of [chair, officer, province]) {
      expect(await tries(who, insert(who, { at: '2020-01-01T00:00:00Z' }))).toBe('refused');
      expect(await tries(who, insert(who, {}))).toBe(0);
    }
    expect(await all.owner`select 1 from audit_event where action = 'forged'`).toHaveLength(3);
  });
});
