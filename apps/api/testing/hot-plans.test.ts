import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { reportFor, typed, waitingOf } from './entering.ts';
import { people, type People, type Person } from './people.ts';
import { publishSamplePlan } from './sample-plan.ts';
import { statementsOf } from './statements.ts';

/**
 * Behind row-level security, PostgreSQL finds the rows of what everyone waits for by the federation's keys: what a policy
 * asks of whoever asks is worked out once for a statement and never instead of an index. Plans are made as the server's are,
 * for any value, in the scope of the person.
 */
let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'B');
});
afterAll(() => all.close());

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  'Subplan Name'?: string;
  Filter?: string;
  Plans?: Node[];
};
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Every step of the plans of these statements, those that only begin, end or set a scope left out. */
async function stepsOf(who: Person, statements: readonly string[]): Promise<Node[]> {
  const asked = [...new Set(statements)].filter((one) => /^\s*(select|with|insert|update|delete)\b/i.test(one));
  const steps: Node[] = [];
  for (const statement of asked.filter((one) => !one.includes('set_config('))) {
    const rows = await inScope(all.services.db, who.scope, (tx) =>
      tx.execute<{ 'QUERY PLAN': { Plan: Node }[] }>(sql.raw(`explain (generic_plan, format json) ${statement}`)),
    );
    steps.push(...nodesOf([...rows][0]!['QUERY PLAN'][0]!.Plan));
  }
  return steps;
}

/** Steps that read a table otherwise than by a key that begins with the federation. */
const readingAll = (steps: readonly Node[]) =>
  steps
    .filter((step) => step['Relation Name'] && / Scan$|^Seq/.test(step['Node Type']))
    .filter((step) => {
      const key = step['Relation Name'] === 'federation' ? /\bid = / : /\bfederation_id = /;
      return !key.test(`${step['Index Cond'] ?? ''}${step['Recheck Cond'] ?? ''}`);
    })
    .map((step) => `${step['Node Type']} of ${step['Relation Name']}`);

/** Steps that ask a policy's question for each row instead of once for the statement. */
const askingEachRow = (steps: readonly Node[]) =>
  steps.filter((step) => /app\.|role_has|current_setting/.test(step.Filter ?? '')).map((step) => step.Filter);

const cases = async () => (await waitingOf(all, 'B')).slice(0, 1);
const works: [string, () => Person, (who: Person) => Promise<unknown>][] = [
  ['a submission', () => all.chair, (who) => submits(who)],
  ['the queue, for the officer', () => all.officer, (who) => who.call.assessment.queue({ by: 'line' })],
  ['the queue by unit, for a verifier', () => all.verifier, (who) => who.call.assessment.queue({ by: 'unit' })],
  ['a judgement of a verifier', () => all.verifier, (who) => judges(who)],
  ['the overview, for the officer', () => all.officer, (who) => who.call.overview.get({})],
  ['the overview, for a reader', () => all.reader, (who) => who.call.overview.get({})],
];
const submits = async (who: Person) => {
  const lines = [typed('1.1', { part: '45', whole: '46' }), typed('1.4', { value: '6' })];
  await who.call.report.save({ clientId: randomUUID(), lines: lines.map((line) => ({ ...line, note: '' })) });
  await who.call.report.submit({ clientId: randomUUID(), period: 'hk1', leaveOut: ['1.3', '1.5'] });
};
const judges = async (who: Person) => who.call.assessment.accept({ clientId: randomUUID(), cases: await cases() });

describe('by the federation’s keys, each question once', () => {
  it.each(works)('%s', async (_, seat, work) => {
    const who = seat();
    const statements = await statementsOf(all, () => work(who));
    const steps = await stepsOf(who, statements);
    expect(steps.length).toBeGreaterThan(10);
    expect([...new Set(readingAll(steps))]).toEqual([]);
    expect(askingEachRow(steps)).toEqual([]);
    // The questions are there: as sub-plans that are worked out once.
    expect(steps.some((step) => /^InitPlan/.test(step['Subplan Name'] ?? ''))).toBe(true);
  });

  it('finds a table that is read whole, and a question that is asked of each row', async () => {
    const steps = await stepsOf(all.officer, [
      `select 1 from unit where name = 'x'`,
      `select 1 from figure where app.has(line_code)`,
    ]);
    expect(askingEachRow(steps)).not.toEqual([]);
    await all.owner`drop policy members_read on figure`;
    await all.owner`create policy members_read on figure for select to giaouoc_app using (app.federation_id()::text = federation_id::text)`;
    expect(readingAll(await stepsOf(all.officer, ['select 1 from figure']))).toEqual([
      expect.stringMatching(/ of figure$/),
    ]);
  });
});
