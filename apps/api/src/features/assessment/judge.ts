import { auditWrite, type AuditEntry } from '@giaouoc/db/queries/audit';
import { figuresOf } from '@giaouoc/db/queries/figure';
import { figureStatusesOf } from '@giaouoc/db/queries/figure-status';
import { holdReports } from '@giaouoc/db/queries/report';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import { changesWrites } from '@giaouoc/db/queries/year-change';
import type { Scoped } from '@giaouoc/db';
import { caseAfter, type Assessor, type Case } from '@giaouoc/domain/assessment/index';
import { emptyFigure, figureRecord, inForce, figureKey, unitLineKey } from '@giaouoc/domain/figure/index';
import { conductOf, linesOf, verifyingStage, type LineConduct } from '@giaouoc/domain/plan/index';
import { applyChanges } from '@giaouoc/domain/progress/index';
import type { Result } from '@giaouoc/domain/result';
import type { YearChange } from '@giaouoc/domain/year-change/index';
import type { Line } from '@giaouoc/domain/year-file/index';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { Keep } from '../../trpc/write-once.ts';
import { writeInRunningYear, type InYear } from '../../year/write-in-year.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { takesPart } from '../../year/acting-unit.ts';
import { unitFigure } from '../../year/load-unit.ts';
import { readScored, scoresOf, type ScoredFrom } from '../../scoring/rescore-year.ts';
import type { RunningYear } from '../../year/running-year.ts';
import type { CaseInput, JudgedOutput } from './assessment.schema.ts';

/** One figure held for judging: everything a rule of judgement takes. */
export type Held = { unit: YearUnitRow; line: Line; conduct: LineConduct; subject: Case };

export type Judging = {
  tx: Scoped;
  ctx: Member;
  /** Which judgement it is, as the trace names it. */
  action: string;
  keep: Keep<JudgedOutput>;
  year: RunningYear;
  /** The officer works at the stage that verifies, for no unit. */
  by: Assessor;
  held: Map<string, Held>;
  /** The year as it stood when the cases were held. */
  scored: ScoredFrom;
};

/**
 * One judgement of some figures, once for each id of the client: locks, in one order everywhere, the year, the reports and the
 * figures of the cases, loads what judging them takes, and hands it to `work`. Holding the year is what makes two officers
 * take turns (design §5).
 *
 * @throws not-found for a case that names nothing in this year, unit-not-in-year, unit-left-out, line-not-asked for a line taken
 *   from the unit
 */
export const judge = <I extends InYear>(
  ctx: Member,
  action: string,
  input: I,
  cases: readonly CaseInput[],
  work: (judging: Judging) => Promise<JudgedOutput>,
): Promise<JudgedOutput> =>
  writeInRunningYear(ctx, { action, work: 'assess', hold: true }, input, async (tx, year, keep) =>
    work({ tx, ctx, action, keep, ...(await holdCases(tx, ctx, year, cases)) }),
  );

async function holdCases(
  tx: Scoped,
  { scope }: Member,
  year: RunningYear,
  cases: readonly CaseInput[],
): Promise<Pick<Judging, 'year' | 'by' | 'held' | 'scored'>> {
  const { document } = year.plan;
  const periods = new Set(document.conduct.periods.map((period) => period.code));
  const lines = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line]));
  if (cases.some((one) => !lines.has(one.line) || !periods.has(one.period))) throw new Refused('not-found');
  const by: Assessor = { stage: verifyingStage(document.conduct) };
  const unitIds = [...new Set(cases.map((one) => one.unitId))];
  // Asked in one round, the reports held first: what is read after them is what no unit can change until the end.
  const [found, , figures, statuses, scored] = await Promise.all([
    yearUnits(tx, scope, year.id, unitIds),
    holdReports(tx, scope, year.id, reportsOf(cases)),
    figuresOf(tx, scope, year.id, { unitIds }),
    figureStatusesOf(tx, scope, year.id, by.stage, unitIds),
    readScored(tx, scope, year),
  ]);
  const units = new Map(found.map((unit) => [unit.unitId, unit]));
  // Who is not among those that take part was left out, or never was here: said as it is.
  for (const { unitId } of cases) if (!units.has(unitId)) await takesPart(tx, scope, year.id, unitId);
  const sides = new Map(figures.map((row) => [figureKey(row.lineCode, row.periodCode, row.unitId), row]));
  const revisions = new Map(
    statuses.map((row) => [figureKey(row.lineCode, row.periodCode, row.unitId), row.revision] as const),
  );
  const said = Map.groupBy(
    scored.input.assessments.filter((one) => one.stage === by.stage),
    (one) => figureKey(one.line, one.period, one.unit),
  );
  const taken = new Set(
    scored.input.targets.filter((one) => one.assigned === false).map((one) => unitLineKey(one.unit, one.line)),
  );
  const held = new Map<string, Held>();
  for (const one of cases) {
    const unit = units.get(one.unitId);
    const line = lines.get(one.line);
    const conduct = conductOf(document.conduct, one.line);
    if (!unit || !line || !conduct) throw new Refused('not-found');
    if (taken.has(unitLineKey(unit.code, line.code))) throw new Refused('line-not-asked', { line: line.code });
    const key = figureKey(one.line, one.period, one.unitId);
    const row = sides.get(key);
    const assessments = said.get(figureKey(one.line, one.period, unit.code)) ?? [];
    const side = row ? unitFigure(row) : emptyFigure(one.line, one.period);
    const record = figureRecord(side, inForce(assessments));
    const subject = { unit: unit.code, record, assessments, revision: revisions.get(key) ?? 0, seen: one.seen };
    held.set(key, { unit, line, conduct, subject });
  }
  return { year, by, held, scored };
}

/** The reports the cases stand in, each once. */
const reportsOf = (cases: readonly CaseInput[]) => [
  ...new Map(
    cases.map(({ unitId, period }) => [figureKey('', period, unitId), { unitId, periodCode: period }]),
  ).values(),
];

/**
 * Decides each case by a rule, scores the year as it stands with what was decided, and stores both with the trace in one
 * round. Cases that the rule refuses are named and do not hold up the others.
 */
export async function judgeCases(
  judging: Judging,
  cases: readonly CaseInput[],
  rule: (held: Held) => Result<YearChange[]>,
): Promise<JudgedOutput> {
  const { tx, ctx, year, held, keep, scored } = judging;
  const judged: { held: Held; after: Case; changes: readonly YearChange[] }[] = [];
  const outcomes = cases.map((one) => {
    const subject = held.get(figureKey(one.line, one.period, one.unitId))!;
    const decided = rule(subject);
    const at = { unitId: one.unitId, line: one.line, period: one.period };
    if (!decided.ok) return { ...at, done: false, code: decided.code, revision: subject.subject.revision };
    const after = caseAfter(subject.subject, decided.value);
    judged.push({ held: subject, after, changes: decided.value });
    return { ...at, done: true, code: null, revision: after.revision };
  });
  if (judged.length === 0) return { changed: 0, cases: outcomes };

  const changes = judged.flatMap((one) => one.changes);
  const ids = new Map(judged.map(({ held: { unit } }) => [unit.code, unit.unitId]));
  const after = { ...scored, input: applyChanges(scored.input, changes) };
  const scores = await scoresOf(tx, ctx, year, after, [...ids.values()]);
  return keep(
    { changed: scores.changed.length, cases: outcomes },
    ...changesWrites(ctx.scope, changes, {
      yearId: year.id,
      at: ctx.now().toISOString(),
      unitId: (code) => ids.get(code)!,
    }),
    auditWrite(
      ctx.scope,
      judged.map((one) => ({
        action: judging.action,
        subject: traceSubject(year.plan.document, one.held.line, one.after.record.period, one.held.unit.name),
        unitId: one.held.unit.unitId,
        yearId: year.id,
        ...traceOf(one.held.subject, one.after, one.changes),
      })),
    ),
    ...scores.writes,
  );
}

/** A judgement in the trail: what it was about, and what was said. */
function traceOf(subject: Case, after: Case, changes: readonly YearChange[]): Pick<AuditEntry, 'before' | 'after'> {
  const { status, submitted } = subject.record;
  const undone = changes.find((change) => change.kind === 'assessment-undone')?.assessment;
  if (undone !== undefined)
    return {
      before: { status, decision: undone.decision, reason: undone.reason ?? null },
      after: { status: after.record.status },
    };
  const said = after.record.assessment;
  return {
    before: { status, figure: submitted ?? null },
    after: {
      status: after.record.status,
      figure: after.record.settled ?? null,
      points: said?.points ?? null,
      reason: said?.reason ?? null,
    },
  };
}
