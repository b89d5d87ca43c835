import type { Scoped } from '@giaouoc/db';
import { lockYear, type YearRow } from '@giaouoc/db/queries/year';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../year/running-year.ts';
import { rescoreYear } from './rescore-year.ts';

/**
 * Holds a year's row until the transaction ends. Taken before anything that refers to the year is written: two
 * transactions that each wrote first would wait for each other.
 *
 * @throws not-found
 */
export async function holdYear(ctx: Member, tx: Scoped, yearId: string): Promise<YearRow> {
  const year = await lockYear(tx, ctx.scope, yearId);
  if (!year) throw new Refused('not-found');
  return year;
}

/**
 * After units came, left or moved: the scores that depend on who takes part and in which block (leader lines, active
 * months) follow in the same transaction (S4). Nothing to do before a plan is published. The year is held.
 */
export async function scoresFollow(ctx: Member, tx: Scoped, year: YearRow): Promise<void> {
  if (year.planVersion === null) return;
  await rescoreYear(tx, ctx.scope, await runningYear(tx, ctx.scope, year.id), ctx.now());
}
