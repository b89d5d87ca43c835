import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inScope } from '@giaouoc/db';
import { acceptAll, reportFor } from './entering.ts';
import { people, type People } from './people.ts';
import { publishSamplePlan } from './sample-plan.ts';

let all: People;
beforeAll(async () => {
  all = await people();
  await publishSamplePlan(all);
  await reportFor(all, 'A');
});
afterAll(() => all.close());

it('points so far that a unit wrote itself count for nothing, and are gone with the next judgement', async () => {
  const { chair, owner, federation } = all;
  const soFar = async () =>
    (await owner`select so_far::text as text from unit_progress where unit_id = ${chair.unitId}`)[0]?.text as string;
  const honest = await soFar();
  // What PostgreSQL cannot tell from an honest row (docs/decisions/permission-list-and-walls.md); its own alone.
  const forge = (unitId: string) =>
    inScope(all.services.db, chair.scope, async (tx) => [
      ...(await tx.execute(
        sql`update unit_progress set so_far = jsonb_set(so_far, '{best,base}', '"999"') where unit_id = ${unitId} returning 1`,
      )),
    ]);
  expect(await forge(chair.unitId!)).toHaveLength(1);
  expect(await forge(all.otherChair.unitId!)).toHaveLength(0);
  expect(await soFar()).toContain('999');
  await acceptAll(all, 'A');
  const [score] = await owner`select total, result::text as result from unit_score where unit_id = ${chair.unitId}`;
  expect(Number(score?.total)).toBeLessThan(100);
  expect(`${score?.result as string} ${await soFar()}`).not.toContain('999');
  // The same again without a forged row, in another unit: the same points.
  await reportFor(all, 'B');
  await acceptAll(all, 'B');
  const [other] = await owner`select total from unit_score where unit_id = ${federation.units.B!.id}`;
  expect(other?.total).toBe(score?.total);
  expect(honest).not.toContain('999');
});
