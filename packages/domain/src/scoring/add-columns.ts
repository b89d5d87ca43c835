import type { Columns, ScoredColumn } from './columns.ts';
import type { CompiledPlan } from './compiled.ts';
import { addUp } from './score-unit.ts';
import { ABSENT, DROPPED, type Work } from './work.ts';

/** Sums of all units, before the gates. */
export interface Sums {
  readonly groups: readonly Float64Array[];
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly penalty: Float64Array;
  readonly beforeGates: Float64Array;
  /** Units with a base line left out: their base is rescaled. */
  readonly leftOut: Uint8Array;
}

/** Adds up the lines of all units, column by column. */
export function addColumns(plan: CompiledPlan, columns: Columns, lines: readonly ScoredColumn[], work: Work): Sums {
  const { size } = columns;
  const groups = plan.groups.map(() => new Float64Array(size));
  const leftOut = new Uint8Array(size);
  for (const line of plan.lines) {
    const { status, points } = lines[line.index]!;
    const sum = groups[line.group]!;
    for (let unit = 0; unit < size; unit += 1) sum[unit]! += points[unit]!;
    if (line.role === 'base') noteLeftOut(plan, columns, line.index, status, leftOut);
  }
  const sums = {
    groups,
    base: new Float64Array(size),
    bonus: new Float64Array(size),
    penalty: new Float64Array(size),
    beforeGates: new Float64Array(size),
    leftOut,
  };
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = plan.groups[index]!;
    const own = groups[index]!;
    limit(own, group.min, group.max);
    const into =
      group.parent >= 0 ? groups[group.parent]! : group.role === 'fact' ? null : (sums[group.role] as Float64Array);
    if (into !== null) for (let unit = 0; unit < size; unit += 1) into[unit]! += own[unit]!;
  }
  limit(sums.bonus, 0, plan.bonusMax);
  limit(sums.penalty, plan.penaltyMax === null ? null : 0 - plan.penaltyMax, 0);
  rescale(plan, columns, lines, work, sums);
  const caps = plan.blockPlans.map((block) => block.total ?? Infinity);
  for (let unit = 0; unit < size; unit += 1) {
    const total = sums.base[unit]! + sums.bonus[unit]! + sums.penalty[unit]!;
    const most = caps[columns.block[unit]!]!;
    const capped = total > most ? most : total;
    sums.beforeGates[unit] = capped < 0 ? 0 : capped;
  }
  return sums;
}

function limit(values: Float64Array, min: number | null, max: number | null): void {
  if (max !== null) for (let unit = 0; unit < values.length; unit += 1) if (values[unit]! > max) values[unit] = max;
  if (min !== null) for (let unit = 0; unit < values.length; unit += 1) if (values[unit]! < min) values[unit] = min;
}

function noteLeftOut(
  plan: CompiledPlan,
  columns: Columns,
  index: number,
  status: Uint8Array,
  leftOut: Uint8Array,
): void {
  const assigned = Uint8Array.from(plan.blockPlans, (block) => block.assigned[index]!);
  if (!status.includes(ABSENT) && !status.includes(DROPPED)) return;
  for (let unit = 0; unit < columns.size; unit += 1)
    if ((status[unit] === ABSENT && assigned[columns.block[unit]!] === 1) || status[unit] === DROPPED)
      leftOut[unit] = 1;
}

/** Units with lines left out are added up again one by one, with the rescaling. */
function rescale(plan: CompiledPlan, columns: Columns, lines: readonly ScoredColumn[], work: Work, sums: Sums): void {
  for (let unit = 0; unit < columns.size; unit += 1) {
    if (sums.leftOut[unit] === 0) continue;
    for (let line = 0; line < lines.length; line += 1) {
      work.status[line] = lines[line]!.status[unit]!;
      work.points[line] = lines[line]!.points[unit]!;
    }
    addUp(plan, plan.blockPlans[columns.block[unit]!]!, work);
    sums.base[unit] = work.base;
    // Nothing was possible: gradeColumns gives no grade.
    if (work.possible !== null && work.possible <= 0) sums.leftOut[unit] = 2;
  }
}
