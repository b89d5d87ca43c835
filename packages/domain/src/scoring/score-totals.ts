import { smallInts, type Int } from '../numbers/int.ts';
import { addColumns } from './add-columns.ts';
import type { Columns, Totals } from './columns.ts';
import type { CompiledPlan } from './compiled.ts';
import { fillUnitFrom, gradeColumns } from './grade-columns.ts';
import { newWork } from './new-work.ts';
import { rankColumns, type Scored } from './rank-columns.ts';
import { bestFor, bestsOf, fillFromColumn, scoreColumn, statesOf } from './score-column.ts';
import { scoreUnit } from './score-unit.ts';

/**
 * Totals, ranks and grades (quotas too; ties left to decide stay) of many units, without results or whys: line by line
 * in columns of doubles where these are proved exact, in big integers where not. Totals of a plan whose points a double
 * does not hold come out as the nearest double (and without whys); its ranks and grades are exact all the same.
 * With `explain`, what the engine rounded is kept for every line: lineWhyAt makes the whole why of it.
 */
export function scoreTotals(plan: CompiledPlan, columns: Columns, options: { explain?: boolean } = {}): Totals {
  if (plan.ints !== smallInts) return scoreRows(plan, columns);
  const explain = options.explain === true;
  const work = newWork(plan);
  const lines = plan.lines.map((line) => scoreColumn(plan, columns, line.index, work, explain));
  const sums = addColumns(plan, columns, lines, work);
  const { total, scoredGrade } = gradeColumns(plan, columns, sums, lines, work);
  const { base, bonus, penalty, groups } = sums;
  const grade = scoredGrade.slice();
  const rank = rankColumns(plan, columns, { base, bonus, penalty, total, groups, lines }, grade);
  return { base, bonus, penalty, total, rank, scoredGrade, grade, ...(explain ? { whys: { lines, groups } } : {}) };
}

/** The same unit by unit in big integers. */
function scoreRows(plan: CompiledPlan, columns: Columns): Totals {
  const { size } = columns;
  const work = newWork(plan);
  const states = plan.lines.map((line) => statesOf(plan, columns, line, columns.lines[line.index]!));
  const bests = plan.lines.map((line) =>
    line.leads === null ? null : bestsOf(line, columns, columns.lines[line.index]!, states[line.index]!),
  );
  const column = () => new Array<Int>(size);
  const scored = {
    base: column(),
    bonus: column(),
    penalty: column(),
    total: column(),
    groups: plan.groups.map(column),
    lines: plan.lines.map(() => ({ status: new Uint8Array(size), points: column() })),
  } satisfies Scored;
  const scoredGrade = new Int16Array(size);
  for (let unit = 0; unit < size; unit += 1) {
    for (const line of plan.lines) {
      const { index } = line;
      const best = bestFor(line, columns, bests[index]!, unit);
      fillFromColumn(line, columns.lines[index]!, unit, work.cells[index]!, states[index]!, best);
    }
    fillUnitFrom(columns, unit, work);
    scoreUnit(plan, plan.blockPlans[columns.block[unit]!]!, work);
    for (const key of ['base', 'bonus', 'penalty', 'total'] as const) scored[key][unit] = work[key];
    for (const group of plan.groups) scored.groups[group.index]![unit] = work.groups[group.index]!;
    for (const { index } of plan.lines) {
      scored.lines[index]!.status[unit] = work.status[index]!;
      scored.lines[index]!.points[unit] = work.points[index]!;
    }
    scoredGrade[unit] = work.grade;
  }
  const grade = scoredGrade.slice();
  const rank = rankColumns(plan, columns, scored, grade);
  const printed = (values: readonly Int[]) => Float64Array.from(values, Number);
  const { base, bonus, penalty, total } = scored;
  return {
    base: printed(base),
    bonus: printed(bonus),
    penalty: printed(penalty),
    total: printed(total),
    rank,
    scoredGrade,
    grade,
  };
}
