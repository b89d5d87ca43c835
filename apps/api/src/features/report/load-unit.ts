import type { AssessmentRow } from '@giaouoc/db/queries/assessment';
import type { LinkedEvidence } from '@giaouoc/db/queries/evidence';
import type { FigureFacts, FigureRow } from '@giaouoc/db/queries/figure';
import type { ReportRow } from '@giaouoc/db/queries/report';
import type { TargetRow } from '@giaouoc/db/queries/target';
import { unitYear } from '@giaouoc/db/queries/unit-year';
import type { YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import type { FigureValue } from '@giaouoc/domain/figure/index';
import { localMinuteOf } from '@giaouoc/domain/period/index';
import type {
  AskingFor,
  FigureRecord,
  FigureStatus,
  ReportRecord,
  ReportStatus,
  Return,
} from '@giaouoc/domain/report/index';
import type { Mark } from '@giaouoc/domain/scoring/index';
import { Refused } from '../../trpc/errors.ts';
import type { RunningYear } from '../year/running-year.ts';

/** One unit in a running year: the rows as they are stored, and what the rules of reporting take. */
export type ReportingUnit = {
  unit: YearUnitRow;
  asking: AskingFor;
  figures: FigureRow[];
  reports: ReportRow[];
  evidence: LinkedEvidence[];
  /** Judgements that stand, newest first. */
  assessments: AssessmentRow[];
  /** What it is measured against on leader lines, by line. */
  marks: Record<string, Mark>;
  federation: { code: string; name: string };
};

/**
 * Everything of one unit's reporting year, in one statement.
 *
 * @throws not-found when the unit does not take part in the year, or is not the caller's to see.
 */
export async function loadUnit(tx: Scoped, scope: Scope, year: RunningYear, unitId: string): Promise<ReportingUnit> {
  const { unit, ...rows } = await unitYear(tx, scope, year.id, unitId);
  if (!unit) throw new Refused('not-found');
  return { unit, ...rows, marks: rows.marks as Record<string, Mark>, asking: askingFor(year, unit, rows) };
}

type Rows = {
  targets: TargetRow[];
  figures: FigureFacts[];
  reports: ReportRow[];
  evidence: Pick<LinkedEvidence, 'lineCode' | 'periodCode'>[];
  assessments: AssessmentRow[];
};

/** The rows of one unit as the rules take them. */
export function askingFor(year: RunningYear, unit: YearUnitRow, rows: Rows): AskingFor {
  const files = filesBeside(rows.evidence);
  return {
    document: year.plan.document,
    block: unit.blockCode,
    targets: rows.targets.map((row) => ({
      line: row.lineCode,
      target: row.target ?? undefined,
      assigned: row.assigned,
    })),
    figures: rows.figures.map((row) => figureRecord(row, files.get(figureKey(row.lineCode, row.periodCode)) ?? 0)),
    returns: openReturns(rows.figures, rows.assessments),
    reports: rows.reports.map(reportRecord),
  };
}

/** How many files lie beside each figure, by `figureKey`. */
export function filesBeside(evidence: Rows['evidence']): Map<string, number> {
  const files = new Map<string, number>();
  for (const { lineCode, periodCode } of evidence) {
    const key = figureKey(lineCode, periodCode);
    files.set(key, (files.get(key) ?? 0) + 1);
  }
  return files;
}

/** A unit's figures are told apart by line and period. */
export const figureKey = (line: string, period: string): string => `${line}\n${period}`;

/** A stored figure as the rules know it. */
export function figureRecord(row: FigureFacts, evidence: number): FigureRecord {
  return {
    line: row.lineCode,
    period: row.periodCode,
    status: row.status as FigureStatus,
    value: (row.value ?? undefined) as FigureValue | undefined,
    submitted: (row.submitted ?? undefined) as FigureValue | undefined,
    settled: (row.settled ?? undefined) as FigureValue | undefined,
    evidence,
    revision: row.revision,
  };
}

export function reportRecord(row: ReportRow): ReportRecord {
  return {
    period: row.periodCode,
    status: row.state as ReportStatus,
    ...(row.dueAt === null ? {} : { extendedTo: localMinuteOf(Date.parse(row.dueAt)) }),
  };
}

/** Returned figures with the judgement that returned them: the newest one that stands. */
function openReturns(figures: FigureFacts[], assessments: AssessmentRow[]): Return[] {
  return figures
    .filter((row) => row.status === 'returned')
    .map((row) => {
      const back = assessments.find(
        (one) => one.lineCode === row.lineCode && one.periodCode === row.periodCode && one.decision === 'returned',
      );
      return {
        line: row.lineCode,
        period: row.periodCode,
        reason: back?.reason ?? '',
        ...(back?.dueAt ? { due: Date.parse(back.dueAt) } : {}),
      };
    });
}
