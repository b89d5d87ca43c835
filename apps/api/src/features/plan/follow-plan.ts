import type { z } from 'zod';
import type { Scope, Scoped } from '@giaouoc/db';
import { planBlocks } from '@giaouoc/db/queries/plan';
import { currentYear, publishedPlan, yearUnits } from '@giaouoc/db/queries/year';
import { asUnitSees } from '@giaouoc/domain/plan/as-unit-sees';
import { Refused } from '../../trpc/errors.ts';
import { iso } from './get-plan.ts';
import type { seenOutput } from './plan.schema.ts';

/**
 * The version that scores everyone, as one block's units read it: a unit's people see their own block's lines, whatever
 * they ask for; the officer says which block. Null while nothing is published.
 *
 * @throws not-found (no such year or block), unit-not-in-year
 */
export async function followPlan(
  tx: Scoped,
  scope: Scope,
  { yearId, block: wanted }: { yearId: string; block?: string | undefined },
): Promise<z.infer<typeof seenOutput>> {
  if (!(await currentYear(tx, scope, yearId))) throw new Refused('not-found');
  const block =
    scope.unitId === null ? await asked(tx, scope, yearId, wanted) : await ownBlock(tx, scope, yearId, scope.unitId);
  const published = await publishedPlan(tx, scope, yearId);
  if (!published) return null;
  const { version, hash, publishedAt } = published;
  return {
    version,
    hash,
    publishedAt: iso(publishedAt),
    block,
    ...asUnitSees(published.document, block, await planBlocks(tx, scope, yearId)),
  };
}

async function ownBlock(tx: Scoped, scope: Scope, yearId: string, unitId: string): Promise<string> {
  const [unit] = await yearUnits(tx, scope, yearId, [unitId], { leftOut: true });
  if (!unit) throw new Refused('unit-not-in-year');
  return unit.blockCode;
}

async function asked(tx: Scoped, scope: Scope, yearId: string, wanted: string | undefined): Promise<string> {
  const blocks = await planBlocks(tx, scope, yearId);
  const found = wanted === undefined ? blocks[0] : blocks.find(({ code }) => code === wanted);
  if (!found) throw new Refused('not-found');
  return found.code;
}
