import { recordAudit } from '@giaouoc/db/queries/audit';
import { getFederation } from '@giaouoc/db/queries/federation';
import { lockFigures, saveFigures } from '@giaouoc/db/queries/figure';
import { insertSubmission, lockReport, updateReport } from '@giaouoc/db/queries/report';
import { nextReceipt } from '@giaouoc/db/queries/writes';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import { receiptHash, receiptNumber, submitReport as decide } from '@giaouoc/domain/report/index';
import type { z } from 'zod';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { storeProgress } from '../score/store-progress.ts';
import { runningYear } from '../year/running-year.ts';
import { actingUnit, takesPart } from './acting-unit.ts';
import { askingFor, loadUnit } from './load-unit.ts';
import { submitInput, type SubmissionOutput } from './report.schema.ts';
import { keepTyped } from './save-figures.ts';

/**
 * Sends a report: keeps what was typed last, freezes what is ready, gives a signed receipt, and works out the unit's own
 * points so far. One transaction; nobody else's row is touched.
 *
 * @throws report-incomplete, evidence-missing, report-empty, period-not-open, line-not-asked, figure-not-open; and
 *   invalid-input with `lines` (as of a save) when a line that came along cannot be kept
 */
export function submitReport(ctx: Member, input: z.output<typeof submitInput>): Promise<SubmissionOutput> {
  const { unitId, enteredFor } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeOnce(ctx, 'report.submit', input, async (tx) => {
    const { scope } = ctx;
    const now = ctx.now();
    const year = await runningYear(tx, scope, input.yearId);
    if (!year.plan.document.conduct.periods.some((period) => period.code === input.period))
      throw new Refused('not-found');
    if (enteredFor) await takesPart(tx, scope, year.id, unitId);
    const [stored, , federation] = await Promise.all([
      lockReport(tx, scope, year.id, unitId, input.period),
      lockFigures(tx, scope, year.id, { unitIds: [unitId] }),
      getFederation(tx, scope),
    ]);
    if (!federation) throw new Refused('not-found');
    let loaded = await loadUnit(tx, scope, year, unitId);

    if (input.lines.length > 0) {
      const kept = await keepTyped(tx, ctx, year, loaded, input.lines, enteredFor);
      if (kept.lines.some((line) => line.outcome !== 'saved')) throw new Refused('invalid-input', {}, kept.lines);
      const key = (row: { lineCode: string; periodCode: string }) => `${row.lineCode}\n${row.periodCode}`;
      const rows = new Map([...loaded.figures, ...kept.rows].map((row) => [key(row), row]));
      const figures = [...rows.values()];
      loaded = { ...loaded, figures, asking: { ...loaded.asking, figures: refreshed(year, loaded, figures) } };
    }

    const running = await nextReceipt(tx, 'BC', Number(localMinuteOf(now.getTime()).slice(0, 4)));
    const number = receiptNumber('BC', Number(localMinuteOf(now.getTime()).slice(0, 4)), running);
    const sent = granted(
      decide(
        loaded.asking,
        input.period,
        { leaveOut: input.leaveOut, again: input.again },
        {
          number,
          federation: { code: federation.code, name: federation.name },
          unit: { code: loaded.unit.code, name: loaded.unit.name },
          plan: { code: year.plan.document.scoring.code, version: year.plan.version, hash: year.plan.hash },
          as: enteredFor ? `${scope.title}, nhập thay đơn vị` : scope.title,
        },
        now.getTime(),
      ),
    );
    const before = new Map(loaded.figures.map((row) => [`${row.lineCode}\n${row.periodCode}`, row]));
    const at = now.toISOString();
    const rows = await saveFigures(
      tx,
      scope,
      year.id,
      sent.figures.map((record) => {
        const row = before.get(`${record.line}\n${record.period}`)!;
        return {
          unitId,
          lineCode: record.line,
          periodCode: record.period,
          status: record.status,
          value: record.value ?? null,
          note: row.note,
          submitted: record.submitted ?? null,
          settled: null,
          enteredFor: row.enteredFor,
          submittedAt: at,
        };
      }),
      at,
    );
    const hash = receiptHash(sent.receipt);
    const serverSignature = ctx.signer.sign(hash);
    const merged = [
      ...new Map([...loaded.figures, ...rows].map((row) => [`${row.lineCode}\n${row.periodCode}`, row])).values(),
    ];
    await Promise.all([
      updateReport(tx, scope, year.id, stored, { state: sent.report.status, submittedAt: at }),
      insertSubmission(tx, scope, {
        yearId: year.id,
        unitId,
        periodCode: input.period,
        number,
        content: sent.receipt,
        hash,
        serverSignature,
        at,
      }),
      recordAudit(tx, scope, {
        action: 'report.submit',
        subject: `${input.period} · ${loaded.unit.name}`,
        unitId,
        yearId: year.id,
        before: { status: stored.state },
        after: { number, hash, lines: sent.figures.map((record) => record.line), leftOut: input.leaveOut, enteredFor },
      }),
      storeProgress(tx, ctx, year, { ...loaded, figures: merged }),
    ]);
    return { number, at, as: scope.title, hash, serverSignature, receipt: sent.receipt, withdrawnAt: null };
  });
}

/** The unit's records after some rows were written in this transaction. */
function refreshed(
  year: Parameters<typeof askingFor>[0],
  loaded: Awaited<ReturnType<typeof loadUnit>>,
  figures: typeof loaded.figures,
) {
  return askingFor(year, loaded.unit, {
    targets: [],
    figures,
    reports: [],
    evidence: loaded.evidence,
    assessments: loaded.assessments,
  }).figures;
}
