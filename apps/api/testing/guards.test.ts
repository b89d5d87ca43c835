import { createHash, randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { inOneStatement } from '@giaouoc/db/one-statement';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { proofOf } from '@giaouoc/db/sign-in-key';
import { scoresWrite } from '@giaouoc/db/queries/score';
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
const tries = (who: Person, statement: SQL, trace?: string) =>
  inScope(all.services.db, who.scope, async (tx) => {
    if (trace) await recordAudit(tx, who.scope, { action: trace, subject: 'x', unitId: all.chair.unitId });
    return [...(await tx.execute(statement))].length;
  }).catch((error: { code?: string; cause?: { code?: string } }) => {
    // What is asked at the end of the transaction is answered without the statement around it.
    if ((error.cause ?? error).code === '42501') return 'refused';
    throw error;
  });

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
    expect(await tries(all.chair, sql`update assessment set undone_at = now() returning 1`)).toBe(0);
  });
});

describe('as an officer, in SQL', () => {
  const undone = (by: Person, more = sql``) =>
    sql`update assessment set undone_at = now(), undone_by = ${by.membershipId} ${more} returning 1`;

  it('a judgement is taken back once, by whoever asks, and not in silence', async () => {
    const { officer, chair } = all;
    expect(await tries(officer, undone(officer))).toBe('refused');
    expect(await tries(officer, undone(officer), 'report.read')).toBe('refused');
    expect(await tries(officer, undone(chair), 'assessment.undo')).toBe('refused');
    expect(await tries(officer, sql`update assessment set undone_at = null`, 'assessment.undo')).toBe('refused');
    expect(await tries(officer, sql`update assessment set decision = 'adjusted'`, 'assessment.undo')).toBe('refused');
    const one = sql`where id = (select min(id::text)::uuid from assessment)`;
    expect(await tries(officer, undone(officer, one), 'assessment.undo')).toBe(1);
    // Neither again nor as if it never had been.
    expect(await tries(officer, undone(officer, one), 'assessment.undo')).toBe('refused');
    expect(await tries(officer, sql`update assessment set undone_at = null ${one}`, 'assessment.undo')).toBe('refused');
  });

  it('nothing is judged in silence, and no judgement begins as one taken back', async () => {
    const { federation, chair, officer } = all;
    const judging = (
      undoneAt: SQL,
    ) => sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage,
        decision, by_membership, by_as, undone_at)
      values (${federation.id}, ${federation.yearId}, ${chair.unitId}, '1.2', 'hk1', 'federation', 'accepted',
        ${officer.membershipId}, 'x', ${undoneAt}) returning 1`;
    expect(await tries(officer, judging(sql`null`))).toBe('refused');
    expect(await tries(officer, judging(sql`now()`), 'assessment.accept')).toBe('refused');
    expect(await tries(officer, judging(sql`null`), 'assessment.accept')).toBe(1);
  });

  it('a score is the server’s alone, whatever trace is left', async () => {
    const { officer, services, federation } = all;
    const [before] =
      await all.owner`select total, result, whys, marks, content_hash, plan_version, engine from unit_score
      where unit_id = ${all.chair.unitId}`;
    for (const statement of [
      sql`update unit_score set total = '20' returning 1`,
      sql`delete from unit_score returning 1`,
      sql`insert into unit_score select * from unit_score returning 1`,
    ])
      expect(await tries(officer, statement, 'assessment.accept')).toBe('refused');
    const row = {
      unitId: all.chair.unitId!,
      planVersion: 1,
      engine: '1',
      total: '20',
      result: before!.result,
      whys: before!.whys,
      marks: {},
      contentHash: 'x',
    };
    const wrong = scoresWrite(officer.scope, Buffer.alloc(32, 7), federation.yearId, [row], '2026-01-01T00:00:00Z');
    const written = inScope(services.db, officer.scope, (tx) => inOneStatement(tx, [wrong]));
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } });
    // A proof is of the rows it was made for, and good for minutes.
    const forged = (text: string, ms: number, of: string, at: number) =>
      sql`select app.store_scores(${federation.yearId}, ${text}, '2026-01-01T00:00:00Z', ${ms}::bigint, ${proofOf(
        services.signInKey,
        `scores\n${federation.id}\n${federation.yearId}\n2026-01-01T00:00:00Z\n${createHash('sha256').update(of).digest('hex')}\n${at}`,
      )})`;
    const now = Date.now();
    expect(await tries(officer, forged('[]', now, '[]', now))).toBe(1);
    expect(await tries(officer, forged(JSON.stringify([row]), now, '[]', now))).toBe('refused');
    expect(await tries(officer, forged('[]', now, '[]', now - 1))).toBe('refused');
    expect(await tries(officer, forged('[]', now - 600_000, '[]', now - 600_000))).toBe('refused');
    const [after] = await all.owner`select total from unit_score where unit_id = ${all.chair.unitId}`;
    expect(after!.total).toBe(before!.total);
  });

  it('nothing that people go by changes in silence', async () => {
    const { officer } = all;
    const changes: [SQL, string][] = [
      [sql`update unit set name = name || ' x' returning 1`, 'unit.change'],
      [sql`update year set title = 'x' returning 1`, 'year.change'],
      [sql`update year_unit set previous_total = '99' returning 1`, 'unit.place'],
      [sql`update block set name = name || ' x' returning 1`, 'year.change'],
      [sql`update membership set ended_at = now() where role = 'chair' returning 1`, 'people.end'],
      [sql`update federation set place = 'x' returning 1`, 'federation.update'],
      [sql`update pledge set declined_reason = 'x' returning 1`, 'pledge.decline'],
      [sql`update report set due_at = now() + interval '1 year' returning 1`, 'report.extend'],
      [sql`update submission set withdrawn_at = now() returning 1`, 'report.withdraw'],
      [
        sql`insert into figure (federation_id, year_id, unit_id, line_code, period_code, value, entered_by, entered_as)
          values (${all.federation.id}, ${all.federation.yearId}, ${all.federation.units.B!.id}, '1.2', 'hk1', '{"value":"9"}',
            ${officer.membershipId}, 'x') returning 1`,
        'figure.save',
      ],
    ];
    for (const [change, trace] of changes) {
      const silent = await tries(officer, change);
      expect(silent, trace).toBe('refused');
      // Trace of something else is no trace of this.
      expect(await tries(officer, change, 'session.signIn')).toBe('refused');
    }
    const place = sql`update federation set place = place returning 1`;
    expect(await tries(officer, place, 'federation.update')).toBe(1);
    // What could be set back before the end of the transaction decides nothing.
    const forgotten = inScope(all.services.db, officer.scope, async (tx) => {
      await tx.execute(sql`update unit set name = 'x'`);
      await tx.execute(sql`select set_config('app.role', '', true), set_config('app.platform', 'on', true)`);
    });
    await expect(forgotten).rejects.toMatchObject({ code: '42501' });
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
    const own = insert(chair, { party: 'unit', capacity: 'chair' });
    expect(await tries(chair, own)).toBe('refused');
    expect(await tries(chair, own, 'pledge.sign')).toBe(1);
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
