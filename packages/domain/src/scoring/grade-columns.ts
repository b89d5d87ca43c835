import type { Sums } from './add-columns.ts';
import type { Columns, ScoredColumn } from './columns.ts';
import type { CompiledPlan } from './compiled.ts';
import { layFigure } from './score-column.ts';
import { gradeUnit } from './score-unit.ts';
import type { Work } from './work.ts';

/** Totals after the gates and grades before quotas (−1: not graded) of all units. */
export function gradeColumns(
  plan: CompiledPlan,
  columns: Columns,
  sums: Sums,
  lines: readonly ScoredColumn[],
  work: Work,
): { total: Float64Array; scoredGrade: Int16Array } {
  const scoredGrade = new Int16Array(columns.size);
  if (plan.gates.length === 0 && plan.requires.every((test) => test === null)) {
    gradeByPoints(plan, columns, sums, scoredGrade);
    return { total: sums.beforeGates, scoredGrade };
  }
  const total = new Float64Array(columns.size);
  for (let unit = 0; unit < columns.size; unit += 1) {
    for (const index of plan.lookedAt) {
      work.status[index] = lines[index]!.status[unit]!;
      work.points[index] = lines[index]!.points[unit]!;
    }
    for (const index of plan.testedLines)
      layFigure(plan.lines[index]!, columns.lines[index]!, unit, work, lines[index]!.status);
    for (let group = 0; group < sums.groups.length; group += 1) work.groups[group] = sums.groups[group]![unit]!;
    work.beforeGates = sums.beforeGates[unit]!;
    work.possible = sums.leftOut[unit] === 2 ? 0 : null;
    fillUnitFrom(columns, unit, work);
    gradeUnit(plan, plan.blockPlans[columns.block[unit]!]!, work);
    total[unit] = work.total;
    scoredGrade[unit] = work.grade;
  }
  return { total, scoredGrade };
}

/** Grades by points alone. */
function gradeByPoints(plan: CompiledPlan, columns: Columns, sums: Sums, scoredGrade: Int16Array): void {
  const borders = plan.blockPlans.map((block) => Float64Array.from(block.from, (from) => from ?? -1));
  for (let unit = 0; unit < columns.size; unit += 1) {
    const from = borders[columns.block[unit]!]!;
    const total = sums.beforeGates[unit]!;
    let grade = 0;
    while (total < from[grade]!) grade += 1;
    scoredGrade[unit] = sums.leftOut[unit] === 2 ? -1 : grade;
  }
}

/** Writes what is known of the unit itself onto the desk. */
export function fillUnitFrom(columns: Columns, unit: number, work: Work): void {
  const months = columns.activeMonths?.[unit] ?? NaN;
  const lot = columns.lot?.[unit] ?? NaN;
  const previous = columns.previousTotal?.[unit] ?? NaN;
  work.activeMonths = Number.isNaN(months) ? null : months;
  work.lot = Number.isNaN(lot) ? null : lot;
  work.previousTotal = columns.exactPrevious?.get(unit) ?? (Number.isNaN(previous) ? null : previous);
}
