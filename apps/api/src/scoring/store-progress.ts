import type { FigureSide } from '@giaouoc/db/queries/figure';
import { progressWrite } from '@giaouoc/db/queries/score';
import type { Write } from '@giaouoc/db/one-statement';
import { dayOf } from '@giaouoc/domain/period/index';
import {
  againstMarks,
  applyChanges,
  assembleYear,
  pointsSoFar,
  targetsInForce,
  type PointsSoFar,
  type YearInput,
  type YearView,
} from '@giaouoc/domain/progress/index';
import { scoreYear } from '@giaouoc/domain/scoring/index';
import type { YearChange } from '@giaouoc/domain/year-change/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import type { Member } from '../trpc/procedures.ts';
import type { ReportingUnit } from '../year/load-unit.ts';
import type { RunningYear } from '../year/running-year.ts';
import { yearInputOf } from './year-input.ts';

/** What one unit is scored from. */
export type UnitStanding = Pick<ReportingUnit, 'unit' | 'asking' | 'assessments' | 'marks'> & {
  figures: FigureSide[];
};

/**
 * Works one unit's points so far out as it stands once it sent or withdrew something (`changes`), to be stored with that. Only
 * this unit's rows are read and written; on leader lines it is measured against the best figures of the last scoring of
 * everyone.
 */
export function unitProgressWrite(
  ctx: Member,
  year: RunningYear,
  loaded: UnitStanding,
  changes: readonly YearChange[],
): Write {
  const now = ctx.now();
  const soFar = soFarOf(year, loaded, applyChanges(unitInput(year, loaded), changes), now);
  const row = { unitId: loaded.unit.unitId, planVersion: year.plan.version, soFar };
  return progressWrite(ctx.scope, year.id, [row], now.toISOString());
}

/** A year of this one unit, as the rules take it. */
export function unitInput(year: RunningYear, loaded: UnitStanding): YearInput {
  const targets = loaded.asking.targets.map((target) => ({
    unitId: loaded.unit.unitId,
    lineCode: target.line,
    target: target.target ?? null,
    assigned: target.assigned !== false,
    unassignedReason: null,
    unassignedAt: null,
    revision: 0,
  }));
  return yearInputOf(year, { units: [loaded.unit], targets, figures: loaded.figures, assessments: loaded.assessments });
}

/** The year file of this unit alone, against the marks of the others. */
export const unitYearFile = (input: YearInput, { marks }: Pick<UnitStanding, 'marks'>, view: YearView): YearFile =>
  againstMarks(assembleYear(input, view).year, marks);

/** This unit's among the results of such a year. */
export const ofUnit = <Of extends { unit: string }>({ unit }: Pick<UnitStanding, 'unit'>, list: readonly Of[]) =>
  list.find((one) => one.unit === unit.code);

/** One unit's points so far from its own rows. */
export const progressOfUnit = (year: RunningYear, loaded: UnitStanding, now: Date): PointsSoFar =>
  soFarOf(year, loaded, unitInput(year, loaded), now);

function soFarOf(year: RunningYear, loaded: UnitStanding, input: YearInput, now: Date): PointsSoFar {
  const compiled = year.plan.compiledFor([loaded.unit.blockCode]);
  const [best, verified] = (['best', 'verified'] as const).map((view) =>
    ofUnit(loaded, scoreYear(unitYearFile(input, loaded, view), { digest: false }, compiled).units),
  );
  if (!best || !verified) throw new Error('a year of one unit gave no result');
  const unit = { code: loaded.unit.code, block: loaded.unit.blockCode };
  return pointsSoFar({
    document: input.document,
    unit,
    targets: targetsInForce(input),
    best,
    verified,
    today: dayOf(now.getTime()),
  });
}
