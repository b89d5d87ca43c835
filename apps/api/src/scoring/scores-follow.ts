import type { Scoped } from '@giaouoc/db';
import type { YearRow } from '@giaouoc/db/queries/year';
import type { Member } from '../trpc/procedures.ts';
import { runningYear } from '../year/running-year.ts';
import { rescoreYear } from './rescore-year.ts';

/**
 * After units came, left or moved: the scores that depend on who takes part and in which block (leader lines, active
 * months) follow in the same transaction (S4). Nothing to do before a plan is published. The year is held.
 */
export async function scoresFollow(ctx: Member, tx: Scoped, year: YearRow): Promise<void> {
  if (year.planVersion === null) return;
  await rescoreYear(tx, ctx, await runningYear(tx, ctx.scope, year.id));
}
