import { recordAudit } from '@giaouoc/db/queries/audit';
import { saveFigures } from '@giaouoc/db/queries/figure';
import { lockReport, updateReport, withdrawSubmissions } from '@giaouoc/db/queries/report';
import { withdrawReport as decide } from '@giaouoc/domain/report/index';
import { together } from '@giaouoc/db/together';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { unitProgressWrite } from '../score/store-progress.ts';
import { runningYear } from '../year/running-year.ts';
import { actingUnit, takesPart } from './acting-unit.ts';
import { figureKey, loadUnit, reportRecord } from './load-unit.ts';
import type { withdrawInput } from './report.schema.ts';

/**
 * Takes a sent report back as long as verification of none of its lines began. The figures become drafts again; the
 * receipt stays, marked as withdrawn.
 *
 * @throws report-not-submitted, report-being-verified
 */
export function withdrawReport(ctx: Member, input: z.infer<typeof withdrawInput>): Promise<void> {
  const { unitId, enteredFor } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeOnce(ctx, 'report.withdraw', input, async (tx) => {
    const { scope } = ctx;
    const year = await runningYear(tx, scope, input.yearId);
    if (!year.plan.document.conduct.periods.some((period) => period.code === input.period))
      throw new Refused('not-found');
    if (enteredFor) await takesPart(tx, scope, year.id, unitId);
    const stored = await lockReport(tx, scope, year.id, unitId, input.period);
    const loaded = await loadUnit(tx, scope, year, unitId);
    const back = granted(decide(reportRecord(stored), loaded.asking.figures));
    const at = ctx.now().toISOString();
    const rows = await saveFigures(
      tx,
      scope,
      year.id,
      back.figures
        .map((record) => {
          const row = loaded.figures.find((one) => one.lineCode === record.line && one.periodCode === record.period)!;
          return { ...row, status: record.status, submitted: null, settled: null, submittedAt: null };
        })
        .map(
          ({ unitId: of, lineCode, periodCode, status, value, note, submitted, settled, enteredFor, submittedAt }) => ({
            unitId: of,
            lineCode,
            periodCode,
            status,
            value,
            note,
            submitted,
            settled,
            enteredFor,
            submittedAt,
          }),
        ),
      at,
    );
    await updateReport(tx, scope, year.id, stored, { state: back.report.status, submittedAt: null });
    await withdrawSubmissions(tx, scope, year.id, unitId, input.period, at);
    await recordAudit(tx, scope, {
      action: 'report.withdraw',
      subject: traceSubject(year.plan.document, null, input.period, loaded.unit.name),
      unitId,
      yearId: year.id,
      before: { status: stored.state },
      after: { status: back.report.status, lines: back.figures.map((record) => record.line) },
    });
    const merged = [
      ...new Map([...loaded.figures, ...rows].map((row) => [figureKey(row.lineCode, row.periodCode), row])).values(),
    ];
    await together(tx, [unitProgressWrite(ctx, year, { ...loaded, figures: merged })]);
  });
}
