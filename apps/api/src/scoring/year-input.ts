import type { YearRows } from '@giaouoc/db/queries/unit-year';
import type { YearUnitRow } from '@giaouoc/db/queries/year';
import type { YearInput } from '@giaouoc/domain/progress/index';
import type { Unit } from '@giaouoc/domain/year-file/index';
import { assessmentOf } from '../year/assessment-of.ts';
import type { RunningYear } from '../year/running-year.ts';

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
export function yearInputOf(year: Pick<RunningYear, 'plan'>, rows: YearRows): YearInput {
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
      state: row.state,
      submitted: row.submitted ?? undefined,
      sending: row.sending,
    })),
    // Oldest first: of two in one instant the rules take the later in the list.
    assessments: known(rows.assessments.toReversed()).map(({ row, unit }) => ({ ...assessmentOf(row), unit })),
  };
}
