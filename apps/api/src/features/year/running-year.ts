import { currentYear, publishedPlan, type YearRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import type { PlanDocument } from '@giaouoc/domain/plan/index';
import { Refused } from '../../trpc/errors.ts';

/** A year whose plan is published: what everything after the plan works with. */
export type RunningYear = YearRow & {
  plan: { version: number; hash: string; engine: string; document: PlanDocument };
};

/**
 * The year asked for (or the current one) with the plan version that scores everyone.
 *
 * The document was checked as a whole when it was published and cannot have changed since (a trigger holds that), so it is
 * not checked again on every request.
 *
 * @throws not-found (no such year here), plan-not-published
 */
export async function runningYear(tx: Scoped, scope: Scope, yearId?: string): Promise<RunningYear> {
  const year = await currentYear(tx, scope, yearId);
  if (!year) throw new Refused('not-found');
  const plan = await publishedPlan(tx, scope, year.id);
  if (!plan) throw new Refused('plan-not-published', { year: year.title });
  return {
    ...year,
    plan: { version: plan.version, hash: plan.hash, engine: plan.engine, document: plan.document as PlanDocument },
  };
}
