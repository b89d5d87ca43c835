import { figureKey } from '@giaouoc/domain/figure/figure-key';
import { auditWrite } from '@giaouoc/db/queries/audit';
import { lockReport } from '@giaouoc/db/queries/report';
import { changesWrites } from '@giaouoc/db/queries/year-change';
import { withdrawReport as decide } from '@giaouoc/domain/report/index';
import { inOneStatement } from '@giaouoc/db/one-statement';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { unitProgressWrite } from '../../scoring/store-progress.ts';
import { actingUnit, takesPart } from '../../year/acting-unit.ts';
import { loadUnitAtWork, reportRecord } from '../../year/load-unit.ts';
import type { withdrawInput } from './report.schema.ts';
import { besideFigures } from './save-figures.ts';

/**
 * Takes a sent report back as long as verification of none of its lines began. The figures become drafts again; the
 * receipt stays, marked as withdrawn.
 *
 * @throws report-not-submitted, report-being-verified, unit-left-out
 */
export function withdrawReport(ctx: Member, input: z.infer<typeof withdrawInput>): Promise<void> {
  const { unitId, enteredFor } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeInRunningYear(ctx, { action: 'report.withdraw', work: 'report' }, input, async (tx, year) => {
    const { scope } = ctx;
    if (!year.plan.document.conduct.periods.some((period) => period.code === input.period))
      throw new Refused('not-found');
    if (enteredFor) await takesPart(tx, scope, year.id, unitId);
    const stored = await lockReport(tx, scope, year.id, unitId, input.period);
    const loaded = await loadUnitAtWork(tx, scope, year, unitId);
    const status = reportRecord(year, stored, loaded.asking.figures);
    const changes = granted(decide(loaded.unit.code, status, loaded.asking.figures));
    const lines = changes.flatMap((change) => (change.kind === 'figure' ? [change.side.line] : []));
    const rows = new Map(loaded.figures.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
    await inOneStatement(tx, [
      ...changesWrites(scope, changes, {
        yearId: year.id,
        at: ctx.now().toISOString(),
        unitId: () => unitId,
        // Whoever typed a figure, it stays theirs when it is taken back.
        beside: besideFigures(loaded, new Map(), (line, period) => rows.get(figureKey(line, period))!.enteredFor),
      }),
      auditWrite(scope, {
        action: 'report.withdraw',
        subject: traceSubject(year.plan.document, null, input.period, loaded.unit.name),
        unitId,
        yearId: year.id,
        before: { status: status.status },
        after: { status: 'open', lines },
      }),
      unitProgressWrite(ctx, year, loaded, changes),
    ]);
  });
}
