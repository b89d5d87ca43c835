import { and, desc, eq, sql } from 'drizzle-orm';
import { columnsOf, type RowOf } from '../column-list.ts';
import { year, yearStep } from '../schema/index.ts';
import type { Scope, Scoped } from '../scope.ts';

const columns = columnsOf(yearStep, ['number', 'step', 'before', 'after', 'reason', 'snapshotId', 'byAs', 'at']);
/** One step of a year's life. */
export type YearStepRow = RowOf<typeof yearStep, typeof columns>;

/**
 * Takes a step of a year that is locked (`lockYear`): its status and what everyone sees from then on, with a line in its
 * history. PostgreSQL waits for the writes that are under way in the year, and refuses a step that the table does not have.
 */
export async function takeYearStep(
  tx: Scoped,
  scope: Scope,
  yearId: string,
  taken: Pick<YearStepRow, 'step' | 'before' | 'after' | 'reason' | 'snapshotId' | 'at'>,
): Promise<void> {
  await tx
    .update(year)
    .set({ status: taken.after, snapshotId: taken.snapshotId, revision: sql`${year.revision} + 1` })
    .where(and(eq(year.federationId, scope.federationId), eq(year.id, yearId)));
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${yearStep.number}), 0)::integer` })
    .from(yearStep)
    .where(and(eq(yearStep.federationId, scope.federationId), eq(yearStep.yearId, yearId)));
  await tx.insert(yearStep).values({
    federationId: scope.federationId,
    yearId,
    number: (last?.number ?? 0) + 1,
    ...taken,
    by: scope.membershipId,
    byAs: scope.title,
  });
}

/** The steps of a year, newest first. */
export function yearStepsOf(tx: Scoped, scope: Scope, yearId: string): Promise<YearStepRow[]> {
  return tx
    .select(columns)
    .from(yearStep)
    .where(and(eq(yearStep.federationId, scope.federationId), eq(yearStep.yearId, yearId)))
    .orderBy(desc(yearStep.number));
}
