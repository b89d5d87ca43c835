import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { inScope } from '@giaouoc/db';
import {
  assessmentDecisions,
  figureAfter,
  figureStates,
  figureStatus,
  figureStatuses,
  mayFigure,
  type FigureStep,
} from '@giaouoc/domain/figure/index';
import { mayWork, yearStatuses, yearTable, type YearWork } from '@giaouoc/domain/year-status/index';
import { people, type People, type Person } from './people.ts';
import { publishSamplePlan } from './sample-plan.ts';

/*
 * The tables of states in the domain and the rules in PostgreSQL say the same, over all pairs. Lists come from the domain: a
 * new status, decision or step is compared without a word here, or does not compile.
 */

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
});
afterAll(() => all.close());

const answerOf = async <T>(question: SQL): Promise<T> => {
  const [row] = await inScope(all.services.db, all.officer.scope, (tx) => tx.execute<{ answer: T }>(question));
  return row!.answer;
};

describe('a year', () => {
  const pairs = yearStatuses.flatMap((from) => yearStatuses.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s', async (from, to) => {
    const steps = Object.values(yearTable[from].steps);
    expect(await answerOf(sql`select app.year_may_become(${from}, ${to}) as answer`)).toBe(steps.includes(to));
  });

  it.each(yearStatuses)('%s takes work', async (status) => {
    const ordinary: YearWork[] = ['organise', 'plan', 'pledge', 'report', 'assess'];
    const works = ordinary.filter((work) => mayWork(status, work));
    // PostgreSQL knows one kind of ordinary work: the domain must not tell them apart without it.
    expect([0, ordinary.length]).toContain(works.length);
    expect(await answerOf(sql`select app.year_takes_work(${status}) as answer`)).toBe(works.length > 0);
  });
});

/** Every way in which a unit's side and a stage's word can stand to each other. */
type Standing = { state: (typeof figureStates)[number]; sending: number; inForce?: Word };
type Word = { decision: (typeof assessmentDecisions)[number]; sending: number };

const standings: Standing[] = figureStates.flatMap((state) =>
  [0, 1, 2]
    .filter((sending) => state !== 'sent' || sending > 0)
    .flatMap((sending): Standing[] => [
      { state, sending },
      ...assessmentDecisions.flatMap((decision) =>
        [0, 1, 2].filter((of) => of <= sending).map((of) => ({ state, sending, inForce: { decision, sending: of } })),
      ),
    ]),
);
const statusOf = ({ state, sending, inForce }: Standing) => figureStatus({ state, sending }, inForce);

it('a figure reads the same from the unit’s side and the stage’s word', async () => {
  expect(new Set(standings.map(statusOf))).toEqual(new Set(figureStatuses));
  const rows = standings.map(({ state, sending, inForce }) => ({
    state,
    sending,
    decision: inForce?.decision ?? null,
    judged: inForce?.sending ?? null,
  }));
  const answers = await answerOf<string[]>(sql`
    select json_agg(app.figure_status(r.state, r.sending, r.decision, r.judged) order by r.place) as answer
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (state text, sending integer, decision text, judged integer)) with ordinality r (state, sending, decision, judged, place)`);
  expect(answers).toEqual(standings.map(statusOf));
});

describe('what may happen to a figure', () => {
  const of = () => sql`federation_id = ${all.federation.id} and unit_id = ${all.chair.unitId} and line_code = '1.4'`;
  const other = '{"value": "8"}';

  /** What each step writes; `null` for steps of the federation, which a unit's people have no right to write at all. */
  const writes: Record<FigureStep, (() => SQL) | null> = {
    save: () => sql`update figure set value = ${other}::jsonb,
      state = case state when 'sent' then 'sent' else 'draft' end where ${of()} returning 1`,
    clear: () => sql`update figure set value = null, state = case state when 'sent' then 'sent' else 'empty' end
      where ${of()} returning 1`,
    submit: () =>
      sql`update figure set state = 'sent', submitted = value, sending = sending + 1 where ${of()} returning 1`,
    withdraw: () => sql`update figure set state = 'draft', submitted = null where ${of()} returning 1`,
    accept: null,
    adjust: null,
    return: null,
    undo: null,
    enter: null,
  };
  const judging = (
    decision: string,
  ): SQL => sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code,
      stage, decision, sending, figure, reason, by_membership, by_as)
    select federation_id, year_id, unit_id, line_code, period_code, 'federation', ${decision}, sending, ${other}::jsonb, 'x',
      ${all.officer.membershipId}::uuid, 'x' from figure where ${of()} returning 1`;

  /**
   * Whether PostgreSQL lets `who` write this where the figure stands so, and how it then reads. Nothing is kept: the standing is
   * written and taken back by the owner.
   */
  async function tries(who: Person, standing: Standing, write: SQL): Promise<string> {
    await stand(standing);
    const undo = new Error('undo');
    let reads = 'nothing';
    return inScope(all.services.db, who.scope, async (tx) => {
      await recordAudit(tx, who.scope, { action: 'assessment.test', subject: 'x', unitId: all.chair.unitId });
      const written = [...(await tx.execute(write))].length;
      const [row] = await tx.execute<{ reads: string }>(sql`select app.verified_status(federation_id, year_id, unit_id,
        line_code, period_code) as reads from figure where ${of()}`);
      reads = written === 0 ? 'nothing' : row!.reads;
      throw undo;
    }).catch((error: Error & { cause?: { code?: string } }) => {
      if (error === undo) return reads;
      // The guard's word, or the check that what was sent is there.
      if (['42501', '23514'].includes(error.cause?.code ?? '')) return 'refused';
      throw error;
    });
  }

  async function stand({ state, sending, inForce }: Standing): Promise<void> {
    const { owner, federation, chair } = all;
    const { unitId } = chair;
    await owner.begin(async (tx) => {
      await tx`delete from assessment where unit_id = ${unitId}`;
      await tx`delete from figure_status where unit_id = ${unitId}`;
      await tx`delete from figure where unit_id = ${unitId}`;
      const value = state === 'empty' ? null : tx.json({ value: '7' });
      await tx`insert into figure (federation_id, year_id, unit_id, line_code, period_code, state, value, submitted, sending,
          entered_by, entered_as)
        values (${federation.id}, ${federation.yearId}, ${unitId}, '1.4', 'hk1', ${state}, ${value},
          ${state === 'sent' ? value : null}, ${sending}, ${chair.membershipId}, 'x')`;
      if (inForce)
        await tx`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage, decision, sending,
            by_membership, by_as)
          values (${federation.id}, ${federation.yearId}, ${unitId}, '1.4', 'hk1', 'federation', ${inForce.decision},
            ${inForce.sending}, ${all.officer.membershipId}, 'x')`;
    });
  }

  /** Lines the unit never sent and the federation entered: PostgreSQL lets drafts of them pass, which nobody reads. */
  const enteredOnly = ({ state, inForce }: Standing) =>
    state !== 'sent' && inForce !== undefined && inForce.decision !== 'returned';

  const cases = standings
    .filter((standing) => !enteredOnly(standing))
    .map(
      (standing) =>
        [
          `${statusOf(standing)} (${standing.state} ${standing.sending}${standing.inForce ? `, ${standing.inForce.decision} ${standing.inForce.sending}` : ''})`,
          standing,
        ] as const,
    );

  /**
   * What may come of a write that is no step now: a refusal, or what another step of the unit leads to, for PostgreSQL sees rows
   * and not steps. What was never sent may be written as it is.
   */
  function otherwise(standing: Standing): string[] {
    const status = statusOf(standing);
    const steps = (Object.keys(writes) as FigureStep[]).filter((step) => writes[step] !== null);
    const reached = steps.flatMap((step) => figureAfter(status, step));
    return ['refused', ...reached, ...(standing.state === 'sent' ? [] : [status])];
  }

  it.each(cases)('%s: the steps of the unit, by the chair and by the officer in its place', async (_, standing) => {
    const status = statusOf(standing);
    for (const [step, write] of Object.entries(writes) as [FigureStep, (() => SQL) | null][]) {
      if (write === null) continue;
      for (const who of [all.chair, all.officer]) {
        const answer = await tries(who, standing, write());
        const saying = `${step} by ${who.role}`;
        // A line without a value has nothing to send, whatever its status lets happen.
        const may = mayFigure(status, step) && !(step === 'submit' && standing.state === 'empty');
        if (may) expect(figureAfter(status, step), saying).toContain(answer);
        else expect(otherwise(standing), saying).toContain(answer);
      }
    }
  });

  it.each(cases)('%s: judging is the officer’s alone', async (_, standing) => {
    for (const decision of assessmentDecisions) {
      expect(await tries(all.chair, standing, judging(decision)), decision).toBe('refused');
      expect(await tries(all.officer, standing, judging(decision)), decision).toBe(
        statusOf({ ...standing, inForce: { decision, sending: standing.sending } }),
      );
    }
  });
});
