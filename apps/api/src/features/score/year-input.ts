import type { AssessmentRow } from '@giaouoc/db/queries/assessment';
import { assessmentsOf } from '@giaouoc/db/queries/assessment';
import { figuresOf, type FigureRow } from '@giaouoc/db/queries/figure';
import { targetsOf, type TargetRow } from '@giaouoc/db/queries/target';
import { yearUnits, type YearUnitRow } from '@giaouoc/db/queries/year';
import type { Scope, Scoped } from '@giaouoc/db';
import type { FigureValue } from '@giaouoc/domain/figure/index';
import type { StageCode } from '@giaouoc/domain/plan/index';
import type { YearInput } from '@giaouoc/domain/progress/index';
import type { FigureStatus } from '@giaouoc/domain/report/index';
import type { Unit } from '@giaouoc/domain/year-file/index';
import type { RunningYear } from '../year/running-year.ts';

/** The rows a year is scored from. */
export type YearRows = {
  units: YearUnitRow[];
  targets: TargetRow[];
  figures: FigureRow[];
  assessments: AssessmentRow[];
};

/** All rows of a year, in one round of four queries whatever the number of units. */
export async function loadYearRows(tx: Scoped, scope: Scope, year: RunningYear): Promise<YearRows> {
  const [units, targets, figures, assessments] = await Promise.all([
    yearUnits(tx, scope, year.id),
    targetsOf(tx, scope, year.id),
    figuresOf(tx, scope, year.id),
    assessmentsOf(tx, scope, year.id),
  ]);
  return { units, targets, figures, assessments };
}

/** A unit as the year file has it. */
export function unitOfYearFile(row: YearUnitRow): Unit {
  return {
    code: row.code,
    name: row.name,
    block: row.blockCode,
    ...(row.clusterCode === null ? {} : { cluster: row.clusterCode }),
    ...(row.activeSince === null ? {} : { activeSince: row.activeSince }),
    ...(row.previousTotal === null ? {} : { previousTotal: row.previousTotal }),
  };
}

/** Rows, which name units by id, as the rules take them, which name them by code. */
export function yearInputOf(year: RunningYear, rows: YearRows): YearInput {
  const codes = new Map(rows.units.map((unit) => [unit.unitId, unit.code]));
  const known = <T extends { unitId: string }>(list: T[]) =>
    list.flatMap((row) => {
      const code = codes.get(row.unitId);
      return code === undefined ? [] : [{ row, unit: code }];
    });
  return {
    document: year.plan.document,
    units: rows.units.map(unitOfYearFile),
    targets: known(rows.targets).map(({ row, unit }) => ({
      unit,
      line: row.lineCode,
      target: row.target ?? undefined,
      assigned: row.assigned,
    })),
    figures: known(rows.figures).map(({ row, unit }) => ({
      unit,
      line: row.lineCode,
      period: row.periodCode,
      status: row.status as FigureStatus,
      submitted: (row.submitted ?? undefined) as FigureValue | undefined,
      settled: (row.settled ?? undefined) as FigureValue | undefined,
    })),
    // Oldest first: of two judgements in one instant the rules take the later in the list.
    judgements: known(rows.assessments.toReversed()).map(({ row, unit }) => ({
      unit,
      line: row.lineCode,
      period: row.periodCode,
      stage: row.stage as StageCode,
      decision: row.decision as 'accepted' | 'adjusted' | 'returned',
      figure: (row.figure ?? undefined) as FigureValue | undefined,
      points: row.points ?? undefined,
      reason: row.reason ?? undefined,
      at: Date.parse(row.at),
    })),
  };
}
