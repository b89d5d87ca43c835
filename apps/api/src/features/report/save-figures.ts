import { auditWrite, type AuditEntry } from '@giaouoc/db/queries/audit';
import { lockReports } from '@giaouoc/db/queries/report';
import { changesWrites, type Storing } from '@giaouoc/db/queries/year-change';
import type { Scoped } from '@giaouoc/db';
import { parseFigure, sameFigure, withSide, type FigureRecord, figureKey } from '@giaouoc/domain/figure/index';
import { conductOf, linesOf } from '@giaouoc/domain/plan/index';
import { recordOf, saveFigure } from '@giaouoc/domain/report/index';
import { storedText } from '@giaouoc/domain/text/normalize';
import type { FigureChange } from '@giaouoc/domain/year-change/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { writeInRunningYear } from '../../year/write-in-year.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import type { RunningYear } from '../../year/running-year.ts';
import { actingUnit, takesPart } from '../../year/acting-unit.ts';
import { loadUnitAtWork, type ReportingUnit } from '../../year/load-unit.ts';
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
  return writeInRunningYear(ctx, { action: 'figure.save', work: 'report' }, input, async (tx, year, keep) => {
    const { scope } = ctx;
    if (enteredFor) await takesPart(tx, scope, year.id, unitId);
    // Held before it is read, in one round: a connection answers in the order it was asked.
    const [, loaded] = await Promise.all([
      lockPeriods(tx, ctx, year, unitId, input.lines),
      loadUnitAtWork(tx, scope, year, unitId),
    ]);
    const now = ctx.now();
    const { lines, changes, notes, trace } = decideTyped(ctx, year, loaded, input.lines, enteredFor);
    const at = now.toISOString();
    // Awaited, so that a fault in storing names this place in the log.
    return await keep(
      { at, lines },
      ...changesWrites(scope, changes, {
        yearId: year.id,
        at,
        unitId: () => unitId,
        beside: besideFigures(loaded, notes, () => enteredFor),
      }),
      auditWrite(scope, trace),
    );
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
  changes: FigureChange[];
  /** The figures as they will stand. */
  records: FigureRecord[];
  /** What was typed beside figures, by `figureKey`. */
  notes: Map<string, string | null>;
  trace: AuditEntry[];
};

/** Reads and decides typed lines in a transaction that holds the unit's reports. Stores nothing. */
export function decideTyped(
  ctx: Pick<Member, 'now' | 'scope'>,
  year: RunningYear,
  loaded: ReportingUnit,
  typed: readonly z.infer<typeof typedLine>[],
  enteredFor: boolean,
): TypedLines {
  const now = ctx.now();
  const { document } = year.plan;
  const lines = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line]));
  const rows = new Map(loaded.figures.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
  const decidedUpon: TypedLines = { lines: [], changes: [], records: [], notes: new Map(), trace: [] };
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
    const record = recordOf(loaded.asking.figures, code, period);
    const noted = note === undefined ? (before?.note ?? null) : storedText(note) || null;
    // What says the same as what is there (8 and 8.0) is in nobody's way, and leaves no version and no trace.
    const same = sameFigure(record.value, parsed.figure) && noted === (before?.note ?? null);
    const decided = saveFigure(
      loaded.asking,
      code,
      period,
      parsed.figure,
      same ? record.revision : seen,
      now.getTime(),
    );
    if (!decided.ok) {
      if (decided.code === 'stale-revision')
        decidedUpon.lines.push({
          ...at,
          outcome: 'stale',
          current: recordOutputOf(before, record),
        });
      else refused({ field: '', code: decided.code, ...(decided.detail ? { detail: decided.detail } : {}) });
      continue;
    }
    if (same) {
      decidedUpon.lines.push({
        ...at,
        outcome: 'saved',
        changed: false,
        record: recordOutputOf(before, record),
        warnings: [...parsed.warnings],
      });
      continue;
    }
    const [change] = decided.value as [FigureChange];
    const after = withSide(record, change.side);
    decidedUpon.changes.push(change);
    decidedUpon.records.push(after);
    decidedUpon.notes.set(figureKey(code, period), noted);
    decidedUpon.lines.push({
      ...at,
      outcome: 'saved',
      changed: true,
      record: {
        ...recordOutputOf(before, after),
        value: after.value ?? null,
        note: noted,
        revision: after.revision,
        updatedAt: now.toISOString(),
        // Who typed it stays who typed it, as long as the figure is the same.
        enteredAs: before && sameFigure(before.value ?? undefined, after.value) ? before.enteredAs : ctx.scope.title,
        enteredFor,
      },
      warnings: [...parsed.warnings],
    });
    decidedUpon.trace.push({
      action: 'figure.save',
      subject: traceSubject(document, line, period, loaded.unit.name),
      unitId: loaded.unit.unitId,
      yearId: year.id,
      before: before ? { value: before.value, note: before.note, status: record.status } : null,
      after: { value: change.side.value ?? null, note: noted, status: after.status },
    });
  }
  return decidedUpon;
}

/** What stands beside figures when changes of them are stored: notes as typed, and who types. */
export function besideFigures(
  loaded: ReportingUnit,
  notes: ReadonlyMap<string, string | null>,
  enteredFor: (line: string, period: string) => boolean,
): NonNullable<Storing['beside']> {
  const rows = new Map(loaded.figures.map((row) => [figureKey(row.lineCode, row.periodCode), row]));
  return (_, line, period) => {
    const key = figureKey(line, period);
    const row = rows.get(key);
    const note = notes.has(key) ? notes.get(key)! : (row?.note ?? null);
    return { note, enteredFor: enteredFor(line, period), submittedAt: row?.submittedAt ?? null };
  };
}
