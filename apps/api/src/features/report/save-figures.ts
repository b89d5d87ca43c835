import { recordAudit } from '@giaouoc/db/queries/audit';
import { lockFigures, saveFigures as store, type FigureRow, type FigureWrite } from '@giaouoc/db/queries/figure';
import { lockReport } from '@giaouoc/db/queries/report';
import type { Scoped } from '@giaouoc/db';
import { parseFigure } from '@giaouoc/domain/figure/index';
import { conductOf, linesOf } from '@giaouoc/domain/plan/index';
import { saveFigure } from '@giaouoc/domain/report/index';
import type { z } from 'zod';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import { actingUnit, takesPart } from './acting-unit.ts';
import { loadUnit, type ReportingUnit } from './load-unit.ts';
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
  return writeOnce(ctx, 'figure.save', input, async (tx) => {
    const year = await runningYear(tx, ctx.scope, input.yearId);
    if (enteredFor) await takesPart(tx, ctx.scope, year.id, unitId);
    await lockPeriods(tx, ctx, year, unitId, input.lines);
    await lockFigures(tx, ctx.scope, year.id, { unitIds: [unitId] });
    const loaded = await loadUnit(tx, ctx.scope, year, unitId);
    const { lines } = await keepTyped(tx, ctx, year, loaded, input.lines, enteredFor);
    return { at: ctx.now().toISOString(), lines };
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
  // In one order, so that two requests never wait for each other crosswise.
  const periods = [...new Set(lines.map((line) => line.period))].filter((code) => known.has(code)).sort();
  for (const period of periods) await lockReport(tx, ctx.scope, year.id, unitId, period);
}

/**
 * Reads, decides and stores typed lines in a transaction that holds the unit's figures.
 *
 * @returns what became of each line, in the order given, and the rows that were written.
 */
export async function keepTyped(
  tx: Scoped,
  ctx: Member,
  year: RunningYear,
  loaded: ReportingUnit,
  typed: readonly z.infer<typeof typedLine>[],
  enteredFor: boolean,
): Promise<{ lines: SavedLine[]; rows: FigureRow[] }> {
  const { document } = year.plan;
  const rowOf = (line: string, period: string) =>
    loaded.figures.find((row) => row.lineCode === line && row.periodCode === period);
  const outcomes: SavedLine[] = [];
  const writes: FigureWrite[] = [];
  for (const { line: code, period, fields, note, seen } of typed) {
    const at = { line: code, period };
    const line = linesOf(document.scoring).find((one) => one.line.code === code)?.line;
    const conduct = conductOf(document.conduct, code);
    if (!line || !conduct) {
      outcomes.push({
        ...at,
        outcome: 'refused',
        faults: [{ field: '', code: 'line-not-asked', detail: { line: code } }],
      });
      continue;
    }
    const parsed = parseFigure(line, fields, conduct.accumulate);
    if (!parsed.ok) {
      outcomes.push({ ...at, outcome: 'refused', faults: [...parsed.faults] });
      continue;
    }
    const before = rowOf(code, period);
    const decided = saveFigure(loaded.asking, code, period, parsed.figure, seen, ctx.now().getTime());
    if (!decided.ok) {
      if (decided.code === 'stale-revision')
        outcomes.push({ ...at, outcome: 'stale', current: recordOutputOf(before) });
      else
        outcomes.push({
          ...at,
          outcome: 'refused',
          faults: [{ field: '', code: decided.code, ...(decided.detail ? { detail: decided.detail } : {}) }],
        });
      continue;
    }
    writes.push({
      unitId: loaded.unit.unitId,
      lineCode: code,
      periodCode: period,
      status: decided.value.status,
      value: decided.value.value ?? null,
      note: note === undefined ? (before?.note ?? null) : note.normalize('NFC').trim() || null,
      submitted: before?.submitted ?? null,
      settled: before?.settled ?? null,
      enteredFor,
      submittedAt: before?.submittedAt ?? null,
    });
    outcomes.push({ ...at, outcome: 'saved', record: recordOutputOf(before), warnings: [...parsed.warnings] });
  }
  const rows = await store(tx, ctx.scope, year.id, writes, ctx.now().toISOString());
  await recordAudit(
    tx,
    ctx.scope,
    rows.map((row) => {
      const before = rowOf(row.lineCode, row.periodCode);
      return {
        action: 'figure.save',
        subject: `${row.lineCode} · ${row.periodCode} · ${loaded.unit.name}`,
        unitId: loaded.unit.unitId,
        yearId: year.id,
        before: before ? { value: before.value, note: before.note, status: before.status } : null,
        after: { value: row.value, note: row.note, status: row.status },
      };
    }),
  );
  const written = new Map(rows.map((row) => [`${row.lineCode}\n${row.periodCode}`, row]));
  return {
    rows,
    lines: outcomes.map((one) =>
      one.outcome === 'saved' ? { ...one, record: recordOutputOf(written.get(`${one.line}\n${one.period}`)) } : one,
    ),
  };
}
