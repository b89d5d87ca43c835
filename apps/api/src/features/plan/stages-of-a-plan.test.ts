import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { recordAudit } from '@giaouoc/db/queries/audit';
import type { Stage } from '@giaouoc/domain/plan/conduct.schema';
import { addStage, useStagePreset } from '@giaouoc/domain/plan/edit/stages';
import { stagePresets } from '@giaouoc/domain/plan/stage-presets';
import { acceptAll, reportFor } from '../../../testing/entering.ts';
import { people, type People } from '../../../testing/people.ts';
import { publishSamplePlan, samplePlan } from '../../../testing/sample-plan.ts';

let all: People;
let yearId: string;
beforeAll(async () => {
  all = await people();
  yearId = all.federation.yearId;
  await publishSamplePlan(all);
  await all.officer.call.pledge.offer({ clientId: randomUUID() });
  await reportFor(all, 'A');
  await acceptAll(all, 'A');
});
afterAll(() => all.close());

/** Publishes the sample plan with these stages, counted from the last. */
async function publish(stages: Stage[]): Promise<void> {
  const { plan } = all.officer.call;
  const stored = await plan.get({ yearId });
  if (!stored.draft)
    await plan.start({ clientId: randomUUID(), yearId, revision: 0, source: { kind: 'version', yearId, version: 1 } });
  const { revision } = (await plan.get({ yearId })).draft!;
  const sample = samplePlan();
  const document = { ...sample, conduct: { ...sample.conduct, stages, countsFrom: stages.at(-1)!.code } };
  const saved = await plan.saveDraft({ clientId: randomUUID(), yearId, revision, document });
  await plan.publish({ clientId: randomUUID(), yearId, revision: saved.revision, needsSignature: true });
}

const stagesStored = () =>
  all.owner`select code, kind, since_version from plan_stage where year_id = ${yearId} order by code`;
const verifying = async () =>
  (await all.owner<{ verifying_stages: string[] }[]>`select verifying_stages from year where id = ${yearId}`)[0]
    ?.verifying_stages;
const statuses = (stage: string) =>
  all.owner<{ line_code: string; status: string }[]>`select line_code, status from figure_status
    where unit_id = ${all.chair.unitId} and stage = ${stage} order by line_code`;

/** What PostgreSQL says to a statement of the officer, beside a trace. */
const tries = (statement: SQL, action = 'plan.publish') =>
  inScope(all.services.db, all.officer.scope, async (tx) => {
    await recordAudit(tx, all.officer.scope, { action, subject: 'x', unitId: all.chair.unitId });
    return [...(await tx.execute(statement))].length;
  }).catch((error: { code?: string; cause?: { code?: string } }) => (error.cause ?? error).code);

it('publishing says which stages there are and which verify', async () => {
  expect([...(await stagesStored())]).toEqual([
    { code: 'federation', kind: 'federation', since_version: 1 },
    { code: 'self', kind: 'self', since_version: 1 },
  ]);
  expect(await verifying()).toEqual(['federation']);
  const before = await statuses('federation');
  expect(before.some(({ status }) => status === 'accepted')).toBe(true);

  await publish([...stagePresets.find(({ code }) => code === 'E')!.stages]);
  expect([...(await stagesStored())]).toEqual([
    { code: 'explanation', kind: 'explanation', since_version: 2 },
    { code: 'federation', kind: 'federation', since_version: 1 },
    { code: 'federation-2', kind: 'federation', since_version: 2 },
    { code: 'self', kind: 'self', since_version: 1 },
  ]);
  expect(await verifying()).toEqual(['federation', 'federation-2']);
  // What was sent before waits for the second verification, and what the first said stands.
  expect(await statuses('federation')).toEqual(before);
  const second = await statuses('federation-2');
  expect(second.length).toBeGreaterThan(0);
  expect(new Set(second.map(({ status }) => status))).toEqual(new Set(['submitted']));
});

it('what the first verification accepted counts until the second speaks (E2)', async () => {
  const totalNow = async () =>
    (await all.owner<{ total: string }[]>`select total from unit_score where unit_id = ${all.chair.unitId}`)[0]!.total;
  const total = await totalNow();
  expect(Number(total)).toBeGreaterThan(0);
  const sent = await statuses('federation-2');
  expect(
    await tries(
      sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage, decision, sending,
        points, reason, by_membership, by_as)
      select federation_id, year_id, unit_id, line_code, period_code, 'federation-2', 'adjusted', sending, '0', 'x',
        ${all.officer.membershipId}, 'x'
      from figure where unit_id = ${all.chair.unitId} and line_code = ${sent[0]!.line_code} and state = 'sent' returning 1`,
      'assessment.adjust',
    ),
  ).toBe(1);
  expect((await statuses('federation-2'))[0]?.status).toBe('adjusted');
  // Any judgement scores the year anew.
  await publish(
    [...stagePresets.find(({ code }) => code === 'E')!.stages].map((stage) => ({ ...stage, title: `${stage.title}.` })),
  );
  expect(Number(await totalNow())).toBeLessThan(Number(total));
});

it('PostgreSQL knows no other stage than those of the plan', async () => {
  const said = (
    stage: string,
  ) => sql`insert into assessment (federation_id, year_id, unit_id, line_code, period_code, stage,
      decision, by_membership, by_as)
    values (${all.federation.id}, ${yearId}, ${all.chair.unitId}, '1.1', 'hk1', ${stage}, 'accepted',
      ${all.officer.membershipId}, 'x') returning 1`;
  expect(await tries(said('committee'), 'assessment.accept')).toBe('23503');
  expect(await tries(said('explanation'), 'assessment.accept')).toBe(1);
  const verify = (...codes: string[]) =>
    sql`update year set verifying_stages = array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)) where id = ${yearId} returning 1`;
  expect(await tries(verify('explanation'))).toBe('42501');
  expect(await tries(verify('federation', 'gone'))).toBe('42501');
  expect(await tries(verify())).toBe('42501');
  expect(await tries(verify('federation-2'))).toBe(1);
  expect(await tries(sql`update plan_stage set kind = 'federation' returning 1`)).toBe('42501');
  expect(await tries(sql`delete from plan_stage returning 1`)).toBe('42501');
});

it('a year begins with the verification every plan has, and no other', async () => {
  const begin = (
    stages: string,
  ) => sql`insert into year (federation_id, code, title, from_date, to_date, verifying_stages)
    values (${all.federation.id}, ${randomUUID()}, 'x', '2030-01-01', '2030-12-31', array[${stages}]) returning 1`;
  expect(await tries(begin('federation'))).toBe(1);
  expect(await tries(begin('gone'))).toBe('42501');
});

it('a published stage keeps its kind', async () => {
  const stages: Stage[] = [
    { code: 'self', kind: 'self', title: 'S' },
    { code: 'federation', kind: 'federation', title: 'F' },
    { code: 'x', kind: 'session', title: 'Họp' },
  ];
  await publish(stages);
  await expect(publish(stages.with(2, { code: 'x', kind: 'committee', title: 'Xét' }))).rejects.toMatchObject({
    message: 'stage-meaning-changed',
  });
});

it('variant C is refused until the federation verifies in it', async () => {
  const preset = stagePresets.find(({ code }) => code === 'C')!;
  await expect(publish([...preset.stages])).rejects.toMatchObject({ message: 'plan-invalid' });
  const added = addStage(useStagePreset(samplePlan(), preset), 'federation');
  if (!added.ok) throw new Error(added.code);
  const { stages } = added.value.conduct;
  await publish([...stages.slice(0, 3), stages.at(-1)!, ...stages.slice(3, -1)]);
  expect(await verifying()).toEqual(['federation']);
});
