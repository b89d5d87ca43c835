import { submissionsOf } from '@giaouoc/db/queries/report';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { runningYear } from '../../year/running-year.ts';
import { actingUnit } from '../../year/acting-unit.ts';
import { loadUnit, lookedAt } from '../../year/load-unit.ts';
import { presentPeriods, presentReport } from './present-report.ts';
import type { reportInput, reportsInput } from './report.schema.ts';

/** One report of the own unit, or of a unit the officer names. */
export function getReport(ctx: Member, input: z.infer<typeof reportInput>) {
  const { unitId } = actingUnit(ctx, input.unitId, 'report.read');
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const [loaded, submissions] = await Promise.all([
      loadUnit(tx, ctx.scope, year, unitId),
      submissionsOf(tx, ctx.scope, year.id, unitId, input.period),
    ]);
    return presentReport(year, loaded, submissions, input.period, lookedAt(loaded.unit, ctx.now().getTime()));
  });
}

/** The periods of the year with what each asks of the unit. */
export function listReports(ctx: Member, input: z.infer<typeof reportsInput>) {
  const { unitId } = actingUnit(ctx, input.unitId, 'report.read');
  return ctx.inScope(async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    const loaded = await loadUnit(tx, ctx.scope, year, unitId);
    return presentPeriods(year, loaded, lookedAt(loaded.unit, ctx.now().getTime()));
  });
}
