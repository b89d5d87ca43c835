import { figureKey } from '@giaouoc/domain/figure/figure-key';
import { auditWrite } from '@giaouoc/db/queries/audit';
import { lockReport, submissionsOf, submissionWrite } from '@giaouoc/db/queries/report';
import { takeReceiptNumbers } from '@giaouoc/db/queries/writes';
import { changesWrites, type Storing } from '@giaouoc/db/queries/year-change';
import type { FigureRecord } from '@giaouoc/domain/figure/index';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import { receiptNumber, submitReport as decide, type AskingFor } from '@giaouoc/domain/report/index';
import type { Detail } from '@giaouoc/domain/result';
import type { YearChange } from '@giaouoc/domain/year-change/index';
import type { z } from 'zod';
import type { Scoped } from '@giaouoc/db';
import { granted, Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { unitProgressWrite } from '../../scoring/store-progress.ts';
import { actingUnit, takesPart } from '../../year/acting-unit.ts';
import { filesBeside, loadUnitAtWork, type ReportingUnit } from '../../year/load-unit.ts';
import { submitInput, type SubmissionOutput } from './report.schema.ts';
import { besideFigures, decideTyped, type TypedLines } from './save-figures.ts';

/**
 * Sends a report: keeps what was typed last, freezes what is ready, gives a signed receipt, and works out the unit's own
 * points so far. One transaction; nobody else's row is touched.
 *
 * @throws report-incomplete, evidence-missing, report-empty, report-sent-already (with what was sent, when and by whom),
 *   period-not-open, line-not-asked, figure-not-returned, unit-left-out; and
 *   invalid-input with `lines` (as of a save) when a line that came along cannot be kept
 */
export function submitReport(ctx: Member, input: z.output<typeof submitInput>): Promise<SubmissionOutput> {
  const { unitId, enteredFor } = actingUnit(ctx, input.unitId, 'report.enterFor');
  return writeInRunningYear(ctx, { action: 'report.submit', work: 'report' }, input, async (tx, year, keep) => {
    const { scope } = ctx;
    const now = ctx.now();
    if (!year.plan.document.conduct.periods.some((period) => period.code === input.period))
      throw new Refused('not-found');
    if (enteredFor) await takesPart(tx, scope, year.id, unitId);
    // The row that all writes to this report take turns at; everything is read after it is held. Asked in one round:
    // a connection answers in the order it was asked.
    const [stored, loaded] = await Promise.all([
      lockReport(tx, scope, year.id, unitId, input.period),
      loadUnitAtWork(tx, scope, year, unitId),
    ]);

    const typed = decideTyped(ctx, year, loaded, input.lines, enteredFor);
    if (typed.lines.some((line) => line.outcome !== 'saved')) throw new Refused('invalid-input', {}, typed.lines);
    const asking = withRecords(loaded, typed.records);
    const sending = {
      federation: loaded.federation,
      unit: { code: loaded.unit.code, name: loaded.unit.name },
      plan: { code: year.plan.document.scoring.code, version: year.plan.version, hash: year.plan.hash },
      as: enteredFor ? `${scope.title}, nhập thay đơn vị` : scope.title,
    };
    const choice = { leaveOut: input.leaveOut, again: input.again };
    const decided = decide(
      asking,
      input.period,
      choice,
      { ...sending, number: await receiptNumberFor(ctx, now) },
      now.getTime(),
    );
    if (!decided.ok && decided.code === 'report-sent-already')
      throw new Refused(decided.code, await lastSent(tx, ctx, year.id, unitId, input.period));
    const sent = granted(decided);

    const at = now.toISOString();
    const changes = [...typed.changes, ...sent.changes];
    const { hash } = sent;
    const serverSignature = ctx.signer.sign(hash);
    const { number } = sent.receipt;
    return keep(
      { number, at, as: scope.title, hash, serverSignature, receipt: sent.receipt, withdrawnAt: null },
      ...changesWrites(scope, changes, {
        yearId: year.id,
        at,
        unitId: () => unitId,
        beside: besideSent(loaded, typed, sent.changes, enteredFor),
      }),
      submissionWrite(scope, {
        yearId: year.id,
        unitId,
        periodCode: input.period,
        number,
        content: sent.receipt,
        hash,
        serverSignature,
        at,
      }),
      auditWrite(scope, [
        ...typed.trace,
        {
          action: 'report.submit',
          subject: traceSubject(year.plan.document, null, input.period, loaded.unit.name),
          unitId,
          yearId: year.id,
          before: { status: stored.state },
          after: {
            number,
            hash,
            lines: sent.receipt.figures.map(({ line }) => line),
            leftOut: input.leaveOut,
            enteredFor,
          },
        },
      ]),
      unitProgressWrite(ctx, year, loaded, changes),
    );
  });
}

/** What the person on a second device has to know: that it was sent, when, by whom, and its receipt. */
async function lastSent(
  tx: Scoped,
  { scope }: Member,
  yearId: string,
  unitId: string,
  period: string,
): Promise<Detail> {
  const all = await submissionsOf(tx, scope, yearId, unitId, period);
  const last = all.find((one) => one.withdrawnAt === null);
  return last ? { number: last.number, at: last.at, as: last.submittedAs } : {};
}

async function receiptNumberFor(ctx: Member, now: Date): Promise<string> {
  const year = Number(localMinuteOf(now.getTime()).slice(0, 4));
  const [running] = await takeReceiptNumbers(ctx.numbers, ctx.scope, { prefix: 'BC', year, howMany: 1 });
  return receiptNumber('BC', year, running!);
}

/** What is known of the unit once what came along was kept. A file may have been there before its figure. */
function withRecords({ asking, evidence }: ReportingUnit, records: readonly FigureRecord[]): AskingFor {
  const files = filesBeside(evidence);
  const figures = new Map(asking.figures.map((one) => [figureKey(one.line, one.period), one]));
  for (const one of records) {
    const key = figureKey(one.line, one.period);
    figures.set(key, { ...one, evidence: files.get(key) ?? 0 });
  }
  return { ...asking, figures: [...figures.values()] };
}

/** What stands beside figures that are sent: their notes, who typed them, and that they are sent now. */
function besideSent(
  loaded: ReportingUnit,
  typed: TypedLines,
  changes: readonly YearChange[],
  enteredFor: boolean,
): NonNullable<Storing['beside']> {
  const sent = new Set(
    changes.flatMap((change) => (change.kind === 'figure' ? [figureKey(change.side.line, change.side.period)] : [])),
  );
  const rows = new Map(loaded.figures.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
  // A figure that came along was typed by whoever sends; another one stays whoever's it was.
  const typedFor = (line: string, period: string) =>
    typed.notes.has(figureKey(line, period))
      ? enteredFor
      : (rows.get(figureKey(line, period))?.enteredFor ?? enteredFor);
  const beside = besideFigures(loaded, typed.notes, typedFor);
  return (unit, line, period) => {
    const kept = beside(unit, line, period);
    return sent.has(figureKey(line, period)) ? { ...kept, submittedAt: null } : kept;
  };
}
