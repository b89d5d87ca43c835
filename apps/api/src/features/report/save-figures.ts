import { recordAudit, type AuditEntry } from '@giaouoc/db/queries/audit';
import { saveFigures as store, type FigureWrite } from '@giaouoc/db/queries/figure';
import { lockReports } from '@giaouoc/db/queries/report';
import type { Scoped } from '@giaouoc/db';
import { parseFigure } from '@giaouoc/domain/figure/index';
import { conductOf, linesOf } from '@giaouoc/domain/plan/index';
import type { Instant } from '@giaouoc/domain/period/index';
import { saveFigure, type FigureRecord } from '@giaouoc/domain/report/index';
import { storedText } from '@giaouoc/domain/text/normalize';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnceAfter } from '../../trpc/write-once.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import { actingUnit, takesPart } from './acting-unit.ts';
import { figureKey, loadUnit, type ReportingUnit } from './load-unit.ts';
import { recordOutputOf } from './present-report.ts';
import type { SavedLine, saveInput, typedLine } from './report.schema.ts';

/**
 * Keeps drafts of figures as they are typed. Each line stands for itself: one that cannot be read or that somebody else
 * changed meanwhile does not hold up the others.
 */
export function saveFigures(
  ctx: Member,
  input: z.infer<typeof saveInput>,
): Promise<{ at: string; lines: SavedLine[] }> {
  const { unitId, enteredFor } = actingUnit(ctx, input.unitId, 'report.enterFor');
  const runs = (tx: Scoped) => runningYear(tx, ctx.scope, input.yearId);
  return writeOnceAfter(ctx, 'figure.save', input, runs, async (tx, year) => {
    if (enteredFor) await takesPart(tx, ctx.scope, year.id, unitId);
    // Held before it is read, in one round: a connection answers in the order it was asked.
    const [, loaded] = await Promise.all([
      lockPeriods(tx, ctx, year, unitId, input.lines),
      loadUnit(tx, ctx.scope, year, unitId),
    ]);
    const now = ctx.now();
    const { lines, writes, trace } = decideTyped(year, loaded, input.lines, enteredFor, now.getTime());
    const [stored] = await Promise.all([
      store(tx, ctx.scope, year.id, writes, now.toISOString()),
      recordAudit(tx, ctx.scope, trace),
    ]);
    const rows = new Map(stored.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
    return {
      at: now.toISOString(),
      lines: lines.map((one) =>
        one.outcome === 'saved' ? { ...one, record: recordOutputOf(rows.get(figureKey(one.line, one.period))) } : one,
      ),
    };
  });
}

/** One unit's saves and submissions of a period take turns at the report's row. */
async function lockPeriods(
  tx: Scoped,
  ctx: Member,
  year: RunningYear,
  unitId: string,
  lines: readonly { period: string }[],
): Promise<void> {
  const known = new Set(year.plan.document.conduct.periods.map((period) => period.code));
  const periods = [...new Set(lines.map((line) => line.period))].filter((code) => known.has(code));
  await lockReports(
    tx,
    ctx.scope,
    year.id,
    periods.map((periodCode) => ({ unitId, periodCode })),
  );
}

/** Typed lines decided upon: what becomes of each, in the order given, and what is to be stored if it is. */
export type TypedLines = {
  lines: SavedLine[];
  writes: FigureWrite[];
  /** The figures as they will stand. */
  records: FigureRecord[];
  trace: AuditEntry[];
};

/** Reads and decides typed lines in a transaction that holds the unit's reports. Stores nothing. */
export function decideTyped(
  year: RunningYear,
  loaded: ReportingUnit,
  typed: readonly z.infer<typeof typedLine>[],
  enteredFor: boolean,
  now: Instant,
): TypedLines {
  const { document } = year.plan;
  const lines = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line]));
  const rows = new Map(loaded.figures.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
  const decidedUpon: TypedLines = { lines: [], writes: [], records: [], trace: [] };
  for (const { line: code, period, fields, note, seen } of typed) {
    const at = { line: code, period };
    const refused = (...faults: Extract<SavedLine, { outcome: 'refused' }>['faults']) =>
      decidedUpon.lines.push({ ...at, outcome: 'refused', faults });
    const line = lines.get(code);
    const conduct = conductOf(document.conduct, code);
    if (!line || !conduct) {
      refused({ field: '', code: 'line-not-asked', detail: { line: code } });
      continue;
    }
    const parsed = parseFigure(line, fields, conduct.accumulate);
    if (!parsed.ok) {
      refused(...parsed.faults);
      continue;
    }
    const before = rows.get(figureKey(code, period));
    const decided = saveFigure(loaded.asking, code, period, parsed.figure, seen, now);
    if (!decided.ok) {
      if (decided.code === 'stale-revision')
        decidedUpon.lines.push({ ...at, outcome: 'stale', current: recordOutputOf(before) });
      else refused({ field: '', code: decided.code, ...(decided.detail ? { detail: decided.detail } : {}) });
      continue;
    }
    const write: FigureWrite = {
      unitId: loaded.unit.unitId,
      lineCode: code,
      periodCode: period,
      status: decided.value.status,
      value: decided.value.value ?? null,
      note: note === undefined ? (before?.note ?? null) : storedText(note) || null,
      submitted: before?.submitted ?? null,
      settled: before?.settled ?? null,
      enteredFor,
      submittedAt: before?.submittedAt ?? null,
    };
    decidedUpon.writes.push(write);
    decidedUpon.records.push(decided.value);
    decidedUpon.lines.push({
      ...at,
      outcome: 'saved',
      record: recordOutputOf(before),
      warnings: [...parsed.warnings],
    });
    decidedUpon.trace.push({
      action: 'figure.save',
      subject: traceSubject(document, line, period, loaded.unit.name),
      unitId: loaded.unit.unitId,
      yearId: year.id,
      before: before ? { value: before.value, note: before.note, status: before.status } : null,
      after: { value: write.value, note: write.note, status: write.status },
    });
  }
  return decidedUpon;
}
