import type { Scoped } from '@giaouoc/db';
import { lockYear, yearById, type YearRow } from '@giaouoc/db/queries/year';
import { checkWork, stepYear, type YearStatus, type YearStep, type YearWork } from '@giaouoc/domain/year-status/index';
import { granted, Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import { once, type Answer, type Keep } from '../trpc/write-once.ts';
import { runningYear, type RunningYear } from './running-year.ts';

/** A write in a year names the year it is in: none is ever taken for the one that was meant. */
export type InYear = { clientId: string; yearId: string };

/** What is done: its name as the trace has it, and which kind of work in the year it is. */
export type Deed = {
  action: string;
  work: YearWork;
  /** Holds the year until the end: for work that scores everyone, so that two officers take turns. */
  hold?: boolean;
};

/**
 * The one door to what belongs to a year: does a write once (R2), in a year of the federation that is open for this kind of work.
 * PostgreSQL refuses the same for itself (packages/db/sql/year.sql), for the moment between this look and the write.
 *
 * @throws not-found (no such year here), year-not-open
 */
export function writeInYear<I extends InYear, A extends Answer>(
  ctx: Member,
  { action, work, hold = false }: Deed,
  input: I,
  run: (tx: Scoped, year: YearRow, keep: Keep<A>) => Promise<A>,
): Promise<A> {
  const read = hold ? lockYear : yearById;
  return once(
    ctx,
    action,
    input,
    async (tx) => {
      const year = await read(tx, ctx.scope, input.yearId);
      if (!year) throw new Refused('not-found');
      return year;
    },
    (tx, year, keep) => run(tx, open(year, work), keep),
  );
}

/**
 * The same for work that needs the published plan.
 *
 * @throws not-found, year-not-open, plan-not-published
 */
export function writeInRunningYear<I extends InYear, A extends Answer>(
  ctx: Member,
  { action, work, hold = false }: Deed,
  input: I,
  run: (tx: Scoped, year: RunningYear, keep: Keep<A>) => Promise<A>,
): Promise<A> {
  return once(
    ctx,
    action,
    input,
    async (tx) => {
      // Held before anything of it is read, in one round: a connection answers in the order it was asked.
      const [, year] = await Promise.all([
        hold ? lockYear(tx, ctx.scope, input.yearId) : undefined,
        runningYear(tx, ctx.scope, input.yearId),
      ]);
      return year;
    },
    (tx, year, keep) => run(tx, open(year, work), keep),
  );
}

/**
 * A step of a year's life, once: holds the year and asks the table where the step leads.
 *
 * @throws not-found, year-step-not-now, reason-needed
 */
export function stepInYear<I extends InYear & { reason?: string }, A extends Answer>(
  ctx: Member,
  { action, step }: { action: string; step: YearStep },
  input: I,
  run: (tx: Scoped, year: YearRow, after: YearStatus) => Promise<A>,
): Promise<A> {
  return once(
    ctx,
    action,
    input,
    (tx) => lockYear(tx, ctx.scope, input.yearId),
    (tx, year) => {
      if (!year) throw new Refused('not-found');
      return run(tx, year, granted(stepYear(year.status, step, input.reason)));
    },
  );
}

/** @throws year-not-open */
function open<Y extends YearRow>(year: Y, work: YearWork): Y {
  granted(checkWork(year.status, work));
  return year;
}
