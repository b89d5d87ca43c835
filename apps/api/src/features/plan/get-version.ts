import { publishedPlan } from '@giaouoc/db/queries/year';
import type { z } from 'zod';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { iso } from './get-plan.ts';
import type { versionInput } from './plan.schema.ts';

/** A published version of a year's plan, whole. @throws not-found */
export async function getVersion(ctx: Member, { yearId, version }: z.infer<typeof versionInput>) {
  const found = await ctx.inScope((tx) => publishedPlan(tx, ctx.scope, yearId, version));
  if (!found) throw new Refused('not-found');
  return { ...found, publishedAt: iso(found.publishedAt) };
}
