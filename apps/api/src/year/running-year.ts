import { currentYear, publishedPlan, yearAndPlan, type YearRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import { Refused } from '../trpc/errors.ts';
import { knownPlan, readyPlan, type KnownPlan } from './known-plans.ts';

/** A year whose plan is published: what everything after the plan works with. The document is shared: not to be changed. */
export type RunningYear = YearRow & {
  plan: { version: number; hash: string; engine: string } & KnownPlan;
};

/**
 * The year asked for (or the current one) with the plan version that scores everyone.
 *
 * The document was checked as a whole when it was published and cannot have changed since (a trigger holds that), so it is
 * not checked again on every request, nor read again by a process that has it.
 *
 * @throws not-found (no such year here), plan-not-published
 */
export async function runningYear(tx: Scoped, scope: Scope, yearId?: string): Promise<RunningYear> {
  const found = await yearAndPlan(tx, scope, yearId);
  if (!found) throw new Refused('not-found');
  const { year, plan: facts } = found;
  if (!facts) throw new Refused('plan-not-published', { year: year.title });
  const { version, hash, engine } = facts;
  return { ...year, plan: { version, hash, engine, ...(await planOfVersion(tx, scope, year, facts)) } };
}

/** The document of one published version of a year, from what this process remembers where it can. */
export function planOfVersion(
  tx: Scoped,
  scope: Scope,
  year: Pick<YearRow, 'id' | 'title'>,
  { version, hash }: { version: number; hash: string },
): Promise<KnownPlan> {
  return knownPlan(scope.federationId, hash, async () => {
    const plan = await publishedPlan(tx, scope, year.id, version);
    if (!plan) throw new Refused('plan-not-published', { year: year.title });
    return plan.document;
  });
}

/** The same, with the document read from the database whatever this process remembers: to check a database by. */
export async function yearAsStored(tx: Scoped, scope: Scope, yearId: string): Promise<RunningYear> {
  const [year, plan] = await Promise.all([currentYear(tx, scope, yearId), publishedPlan(tx, scope, yearId)]);
  if (!year) throw new Refused('not-found');
  if (!plan) throw new Refused('plan-not-published', { year: year.title });
  const { version, hash, engine } = plan;
  return { ...year, plan: { version, hash, engine, ...readyPlan(plan.document) } };
}
