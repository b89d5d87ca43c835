import { assessmentsOf, assessmentsWrite, type AssessmentRow } from '@giaouoc/db/queries/assessment';
import { auditWrite } from '@giaouoc/db/queries/audit';
import { figuresWrite, lockFigures, type FigureRow } from '@giaouoc/db/queries/figure';
import { lockReports, reportsMove, type ReportRow } from '@giaouoc/db/queries/report';
import { currentYearId, lockYear, yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import { together, type Write } from '@giaouoc/db/together';
import type { Scoped } from '@giaouoc/db';
import type { Assessor, Case, Judged } from '@giaouoc/domain/assessment/index';
import { conductOf, linesOf, type LineConduct } from '@giaouoc/domain/plan/index';
import { recordOf, statusOfSent, type FigureRecord, type FigureStatus } from '@giaouoc/domain/report/index';
import type { Result } from '@giaouoc/domain/result';
import type { Line } from '@giaouoc/domain/year-file/index';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import { writeOnceAfter, type Keep } from '../../trpc/write-once.ts';
import { traceSubject } from '../audit/trace-subject.ts';
import { figureRecord } from '../report/load-unit.ts';
import { scoresAfter } from '../score/rescore-year.ts';
import { runningYear, type RunningYear } from '../year/running-year.ts';
import type { CaseInput, JudgedOutput } from './assessment.schema.ts';

/** The officer works at the federation's stage, for no unit. */
export const officerStage: Assessor = { stage: 'federation' };

/** One figure held for judging: everything a rule of judgement takes. */
export type Held = { unit: YearUnitRow; line: Line; conduct: LineConduct; row: FigureRow | undefined; subject: Case };

export type Judging = {
  tx: Scoped;
  ctx: Member;
  /** Which judgement it is, as the trace names it. */
  action: string;
  keep: Keep<JudgedOutput>;
  year: RunningYear;
  held: Map<string, Held>;
  assessments: AssessmentRow[];
  /** The reports the cases stand in, and all figures of their units, as they were before. */
  reports: ReportRow[];
  figures: FigureRow[];
};

export const caseKey = (unitId: string, line: string, period: string): string => JSON.stringify([unitId, line, period]);

/**
 * One judgement of some figures, once for each id of the client: locks, in one order everywhere, the year, the reports and the
 * figures of the cases, loads what judging them takes, and hands it to `work`. Holding the year is what makes two officers
 * take turns (design §5).
 *
 * @throws not-found for a case that names nothing in this year
 */
export function judge<I extends { clientId: string; yearId?: string | undefined }>(
  ctx: Member,
  action: string,
  input: I,
  cases: readonly CaseInput[],
  work: (judging: Judging) => Promise<JudgedOutput>,
): Promise<JudgedOutput> {
  return writeOnceAfter(
    ctx,
    action,
    input,
    (tx) => holdYear(tx, ctx, input.yearId, cases),
    async (tx, year, keep) => work({ tx, ctx, action, keep, ...(await holdCases(tx, ctx, year, cases)) }),
  );
}

type HeldYear = { year: RunningYear; units: YearUnitRow[] };

/** The year with the plan that scores everyone, held before anything of it is read: the plan may just be changing. */
async function holdYear(
  tx: Scoped,
  { scope }: Member,
  yearId: string | undefined,
  cases: readonly CaseInput[],
): Promise<HeldYear> {
  const wanted = yearId ?? (await currentYearId(tx, scope));
  if (wanted === undefined) throw new Refused('not-found');
  // Asked in one round: a connection answers in the order it was asked.
  const [held, year, units] = await Promise.all([
    lockYear(tx, scope, wanted),
    runningYear(tx, scope, wanted),
    yearUnits(tx, scope, wanted, [...new Set(cases.map((one) => one.unitId))]),
  ]);
  if (!held) throw new Refused('not-found');
  return { year, units };
}

async function holdCases(
  tx: Scoped,
  { scope }: Member,
  { year, units: found }: HeldYear,
  cases: readonly CaseInput[],
): Promise<Pick<Judging, 'year' | 'held' | 'assessments' | 'reports' | 'figures'>> {
  const { document } = year.plan;
  const periods = new Set(document.conduct.periods.map((period) => period.code));
  const lines = new Map(linesOf(document.scoring).map(({ line }) => [line.code, line]));
  if (cases.some((one) => !lines.has(one.line) || !periods.has(one.period))) throw new Refused('not-found');
  const units = new Map(found.map((unit) => [unit.unitId, unit]));
  if (cases.some((one) => !units.has(one.unitId))) throw new Refused('not-found');
  const named = new Map(
    cases.map(({ unitId, period }) => [caseKey(unitId, '', period), { unitId, periodCode: period }]),
  );
  const unitIds = [...units.keys()];
  const [reports, figures, assessments] = await Promise.all([
    lockReports(tx, scope, year.id, [...named.values()]),
    lockFigures(tx, scope, year.id, { unitIds }),
    assessmentsOf(tx, scope, year.id, { unitIds }),
  ]);
  const rows = new Map(figures.map((row) => [caseKey(row.unitId, row.lineCode, row.periodCode), row]));

  const held = new Map<string, Held>();
  for (const one of cases) {
    const unit = units.get(one.unitId);
    const line = lines.get(one.line);
    const conduct = conductOf(document.conduct, one.line);
    if (!unit || !line || !conduct) throw new Refused('not-found');
    const row = rows.get(caseKey(one.unitId, one.line, one.period));
    const record: FigureRecord = row ? figureRecord(row, 0) : recordOf([], one.line, one.period);
    held.set(caseKey(one.unitId, one.line, one.period), {
      unit,
      line,
      conduct,
      row,
      subject: { unit: unit.code, record, seen: one.seen },
    });
  }
  return { year, held, assessments, reports, figures };
}

/**
 * Decides each case by a rule and stores what follows: figures, judgements, the reports' states, trace, and the scores of
 * everyone it touches. Cases that the rule refuses are named and do not hold up the others.
 */
export async function judgeCases(
  judging: Judging,
  cases: readonly CaseInput[],
  rule: (held: Held) => Result<Judged>,
): Promise<JudgedOutput> {
  const { ctx, year, held, action } = judging;
  const judged: { held: Held; after: Judged }[] = [];
  const outcomes = cases.map((one) => {
    const subject = held.get(caseKey(one.unitId, one.line, one.period))!;
    const decided = rule(subject);
    const at = { unitId: one.unitId, line: one.line, period: one.period };
    if (!decided.ok) return { ...at, done: false, code: decided.code, revision: subject.subject.record.revision };
    judged.push({ held: subject, after: decided.value });
    return { ...at, done: true, code: null, revision: decided.value.figure.revision };
  });
  if (judged.length === 0) return { changed: 0, cases: outcomes };

  const at = ctx.now().toISOString();
  return storeJudged(
    judging,
    outcomes,
    judged.map(({ held: one }) => one.unit.unitId),
    [
      ...figureWrites(
        judging,
        judged.map(({ held: one, after }) => ({ held: one, figure: after.figure })),
      ),
      assessmentsWrite(
        ctx.scope,
        year.id,
        judged.map(({ held: one, after: { assessment } }) => ({
          unitId: one.unit.unitId,
          lineCode: assessment.line,
          periodCode: assessment.period,
          stage: assessment.stage,
          decision: assessment.decision,
          figure: assessment.figure ?? null,
          points: assessment.points ?? null,
          reason: assessment.reason ?? null,
          dueAt: assessment.due === undefined ? null : new Date(assessment.due).toISOString(),
          entered: assessment.entered ?? false,
          at,
        })),
      ),
      auditWrite(
        ctx.scope,
        judged.map(({ held: one, after }) => ({
          action,
          subject: traceSubject(year.plan.document, one.line, one.subject.record.period, one.unit.name),
          unitId: one.unit.unitId,
          yearId: year.id,
          before: { status: one.subject.record.status, figure: one.subject.record.submitted ?? null },
          after: {
            status: after.figure.status,
            figure: after.figure.settled ?? null,
            points: after.assessment.points ?? null,
            reason: after.assessment.reason ?? null,
          },
        })),
      ),
    ],
  );
}

/** Stores what was judged, scores the year as it then stands, and stores that with the answer. */
export async function storeJudged(
  { tx, ctx, year, keep }: Judging,
  cases: JudgedOutput['cases'],
  unitIds: readonly string[],
  writes: readonly Write[],
): Promise<JudgedOutput> {
  // In one round: what is read for scoring is what these writes leave.
  const [, scored] = await Promise.all([together(tx, writes), scoresAfter(tx, ctx.scope, year, ctx.now(), unitIds)]);
  return keep({ changed: scored.changed.length, cases }, ...scored.writes);
}

/** Judged figures as they now stand, and the reports they stand in, to be stored together. */
export function figureWrites(judging: Judging, all: readonly { held: Held; figure: FigureRecord }[]): Write[] {
  const { ctx, year } = judging;
  const at = ctx.now().toISOString();
  const after = new Map(
    all.map(({ held: one, figure }) => [caseKey(one.unit.unitId, figure.line, figure.period), figure.status]),
  );
  return [
    figuresWrite(
      ctx.scope,
      year.id,
      all.map(({ held: one, figure }) => ({
        unitId: one.unit.unitId,
        lineCode: figure.line,
        periodCode: figure.period,
        status: figure.status,
        value: figure.value ?? null,
        note: one.row?.note ?? null,
        submitted: figure.submitted ?? null,
        settled: figure.settled ?? null,
        enteredFor: one.row?.enteredFor ?? one.conduct.enteredBy !== 'unit',
        submittedAt: one.row?.submittedAt ?? (figure.submitted === undefined ? null : at),
      })),
      at,
    ),
    reportsMove(ctx.scope, year.id, movedReports(judging, after)),
  ];
}

/** Where the reports stand once figures have these statuses; those that move. Only what the unit itself enters counts. */
function movedReports(
  { year, reports, figures }: Judging,
  after: ReadonlyMap<string, FigureStatus>,
): { unitId: string; periodCode: string; state: string }[] {
  const byReport = Map.groupBy(figures, (row) => caseKey(row.unitId, '', row.periodCode));
  return reports.flatMap(({ unitId, periodCode, state }) => {
    if (state === 'open') return [];
    const statuses = (byReport.get(caseKey(unitId, '', periodCode)) ?? [])
      .filter((row) => conductOf(year.plan.document.conduct, row.lineCode)?.enteredBy === 'unit')
      .map((row) => after.get(caseKey(unitId, row.lineCode, periodCode)) ?? (row.status as FigureStatus));
    const now = statusOfSent(statuses);
    return now === state ? [] : [{ unitId, periodCode, state: now }];
  });
}
