import type { AssessmentRow } from '@giaouoc/db/queries/assessment';
import type { LinkedEvidence } from '@giaouoc/db/queries/evidence';
import type { FigureFacts } from '@giaouoc/db/queries/figure';
import type { ReportRow } from '@giaouoc/db/queries/report';
import type { TargetRow } from '@giaouoc/db/queries/target';
import { unitYear, type UnitYear } from '@giaouoc/db/queries/unit-year';
import type { YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import {
  figureRecord,
  inForce,
  type Assessment,
  type FigureRecord,
  type UnitFigure,
  figureKey,
} from '@giaouoc/domain/figure/index';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import { conductOf, verifyingStage } from '@giaouoc/domain/plan/index';
import { reportStatus, type AskingFor, type ReportRecord, type Return } from '@giaouoc/domain/report/index';
import type { Mark } from '@giaouoc/domain/scoring/index';
import type { RunningYear } from './running-year.ts';
import { refuseLeftOut, refuseWithoutPlace } from './acting-unit.ts';
import { assessmentsOldestFirst } from './assessment-of.ts';

/** One unit in a running year: the rows as they are stored, and what the rules of reporting take. */
export type ReportingUnit = Omit<UnitYear, 'unit' | 'marks'> & {
  unit: YearUnitRow;
  asking: AskingFor;
  /** What it is measured against on leader lines, by line. */
  marks: Record<string, Mark>;
};

/**
 * Everything of one unit's reporting year, in one statement.
 *
 * A unit that was left out of the year reads what it did; who writes asks `loadUnitAtWork`.
 *
 * @throws not-found when the unit is not the caller's to see, unit-not-in-year when it never had a place in the year.
 */
export async function loadUnit(tx: Scoped, scope: Scope, year: RunningYear, unitId: string): Promise<ReportingUnit> {
  const { unit, ...rows } = await unitYear(tx, scope, year.id, unitId);
  if (!unit) return refuseWithoutPlace(tx, scope, year.id, unitId);
  return { unit, ...rows, asking: askingFor(year, unit, rows) };
}

/**
 * The same for whoever is about to change something of it: only while it takes part.
 *
 * @throws not-found, unit-not-in-year, unit-left-out
 */
export async function loadUnitAtWork(
  tx: Scoped,
  scope: Scope,
  year: RunningYear,
  unitId: string,
): Promise<ReportingUnit> {
  const loaded = await loadUnit(tx, scope, year, unitId);
  refuseLeftOut(loaded.unit);
  return loaded;
}

/** Until when things are looked at: today, or for a unit left out of the year the moment it was; nothing comes due after that. */
export const lookedAt = ({ leftOut, leftOutAt }: Pick<YearUnitRow, 'leftOut' | 'leftOutAt'>, now: number): number =>
  leftOut && leftOutAt !== null ? Math.min(now, Date.parse(leftOutAt)) : now;

type Rows = {
  targets: TargetRow[];
  figures: FigureFacts[];
  reports: ReportRow[];
  evidence: Pick<LinkedEvidence, 'lineCode' | 'periodCode'>[];
  assessments: AssessmentRow[];
};

/** The rows of one unit as the rules take them. */
export function askingFor(year: RunningYear, unit: YearUnitRow, rows: Rows): AskingFor {
  const figures = recordsOf(year, rows);
  return {
    unit: unit.code,
    document: year.plan.document,
    block: unit.blockCode,
    activeSince: unit.activeSince ?? undefined,
    targets: rows.targets.map((row) => ({
      line: row.lineCode,
      target: row.target ?? undefined,
      assigned: row.assigned,
    })),
    figures,
    // What came back of a line that was taken since is not to be answered.
    returns: openReturns(figures).filter(
      ({ line }) => !rows.targets.some((row) => row.lineCode === line && !row.assigned),
    ),
    reports: rows.reports.map((row) => reportRecord(year, row, figures)),
  };
}

/** A unit's figures as they read at the stage that verifies, those that only the stage has spoken of among them. */
function recordsOf(year: RunningYear, { figures, assessments, evidence }: Rows): FigureRecord[] {
  const stage = verifyingStage(year.plan.document.conduct);
  const files = filesBeside(evidence);
  const said = Map.groupBy(
    assessmentsOldestFirst(assessments).filter((one) => one.stage === stage),
    (one) => figureKey(one.line, one.period),
  );
  const known = new Set(figures.map((row) => figureKey(row.lineCode, row.periodCode)));
  const entered = [...said].flatMap(([key, [first]]): UnitFigure[] =>
    known.has(key) || first === undefined ? [] : [nobodysFigure(first)],
  );
  return [...figures.map(unitFigure), ...entered].map((side) => {
    const key = figureKey(side.line, side.period);
    return figureRecord({ ...side, evidence: files.get(key) ?? 0 }, inForce(said.get(key) ?? []));
  });
}

const nobodysFigure = ({ line, period }: Assessment): UnitFigure => {
  return { line, period, state: 'empty', sending: 0, evidence: 0, revision: 0 };
};

/** How many files lie beside each figure, by `figureKey`. */
export function filesBeside(evidence: Rows['evidence']): Map<string, number> {
  const files = new Map<string, number>();
  for (const { lineCode, periodCode } of evidence) {
    const key = figureKey(lineCode, periodCode);
    files.set(key, (files.get(key) ?? 0) + 1);
  }
  return files;
}

/** A stored figure as the rules know it: the unit's side. The files beside it are counted elsewhere. */
export function unitFigure(row: FigureFacts): UnitFigure {
  return {
    line: row.lineCode,
    period: row.periodCode,
    state: row.state,
    value: row.value ?? undefined,
    submitted: row.submitted ?? undefined,
    sending: row.sending,
    evidence: 0,
    revision: row.revision,
  };
}

/** A stored report as the rules know it, beside the unit's figures. */
export function reportRecord(year: RunningYear, row: ReportRow, figures: readonly FigureRecord[]): ReportRecord {
  const { conduct } = year.plan.document;
  const ofReport = figures.filter(
    ({ line, period }) => period === row.periodCode && conductOf(conduct, line)?.enteredBy === 'unit',
  );
  return {
    period: row.periodCode,
    status: reportStatus(
      row.state,
      ofReport.map(({ status }) => status),
    ),
    ...(row.dueAt === null ? {} : { extendedTo: localMinuteOf(Date.parse(row.dueAt)) }),
  };
}

/** Returned figures with what was said when they came back. */
const openReturns = (figures: readonly FigureRecord[]): Return[] =>
  figures.flatMap(({ line, period, status, assessment }): Return[] => {
    if (status !== 'returned') return [];
    return [{ line, period, reason: assessment?.reason ?? '', due: assessment?.due }];
  });
