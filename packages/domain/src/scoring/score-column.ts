import { compareFractions, divideRounded, SAFE } from '../numbers/int.ts';
import { amountOf, figureAmount, sizeOf, type Amount } from './amount.ts';
import { CELL_STATE, type Columns, type LineColumn, type ScoredColumn } from './columns.ts';
import type { CompiledLine, CompiledPlan } from './compiled.ts';
import { fillCell, setAmounts } from './fill-cell.ts';
import type { Outcome } from '../rules/rule-scoring.ts';
import { scoreCell } from './score-unit.ts';
import { ABSENT, DROPPED, FULL, MISSING, NO_TARGET, SCORED, ZERO, type Work, type WorkCell } from './work.ts';

const outcome: Outcome = { num: 0, den: 1 };

/** The largest number, up or down, in a column; NaN counts for nothing. */
function largest(column: Float64Array | undefined): number {
  let most = 1;
  if (column === undefined) return most;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i]!;
    if (value > most) most = value;
    else if (-value > most) most = -value;
  }
  return most;
}

/** The same for counts, which are never below 0: apart, so that each loop sees one sort of array. */
function largestCount(column: Int32Array): number {
  let most = 1;
  for (let i = 0; i < column.length; i += 1) if (column[i]! > most) most = column[i]!;
  return most;
}

/** Whether doubles hold every step of the line's rule for all units of the column: proved once for the column. */
function columnIsSmall(line: CompiledLine, column: LineColumn): boolean {
  if (column.exact !== undefined && column.exact.size > 0) return false;
  if (line.target !== null && typeof line.target.num !== 'number') return false;
  const figure =
    line.codes.size > 0
      ? Math.max(...(column.counts ?? []).map(largestCount), 1)
      : Math.max(
          largest(column.value) * (column.whole === undefined ? 1 : 100),
          largest(column.whole),
          10 ** column.decimals,
        );
  const target = line.ownTarget
    ? Math.max(largest(column.target), 10 ** (column.targetDecimals ?? 0))
    : line.target === null
      ? 1
      : sizeOf(line.target.num, line.target.den);
  return line.scoring.reach(line.small, figure, target) <= SAFE;
}

/** Scores one line for all units of columns. The plan's points are small (see pointsAreSmall). */
export function scoreColumn(
  plan: CompiledPlan,
  columns: Columns,
  index: number,
  work: Work,
  explain: boolean,
): ScoredColumn {
  const line = plan.lines[index]!;
  const column = columns.lines[index]!;
  const status = statesOf(plan, columns, line, column);
  const points = new Float64Array(columns.size);
  const num = explain ? new Float64Array(columns.size) : null;
  const den = explain ? new Float64Array(columns.size) : null;
  const bests = line.leads === null ? null : bestsOf(line, columns, column, status);
  const cell = work.cells[index]!;
  const small = columnIsSmall(line, column);
  if (!small) {
    for (let unit = 0; unit < columns.size; unit += 1) {
      fillFromColumn(line, column, unit, cell, status, bestFor(line, columns, bests, unit));
      scoreCell(plan, work, index);
      points[unit] = work.points[index]!;
    }
    // Fractions of big integers are worked out again when they are asked for.
    return { status, points, num: null, den: null };
  }
  if (line.whenNotApplicable === 'full')
    for (let unit = 0; unit < columns.size; unit += 1) if (status[unit] === FULL) points[unit] = line.max;
  cell.targetNum = line.target === null ? 0 : line.target.num;
  cell.targetDen = line.target === null ? 1 : line.target.den;
  const loop = { line, column, status, cell, points, num, den };
  if (column.counts !== undefined) scoreCounts(loop, column.counts);
  else if (bests !== null || line.ownTarget) scoreWithTargets(loop, (unit) => bestFor(line, columns, bests, unit));
  else scoreNumbers(loop);
  return { status, points, num, den };
}

/** What the loops over a small column work on. One loop for each shape of column keeps each of them tight. */
interface Loop {
  readonly line: CompiledLine;
  readonly column: LineColumn;
  readonly status: Uint8Array;
  readonly cell: WorkCell;
  readonly points: Float64Array;
  readonly num: Float64Array | null;
  readonly den: Float64Array | null;
}

function keep({ points, num, den }: Loop, unit: number): void {
  points[unit] = outcome.den === 1 ? outcome.num : divideRounded(outcome.num, outcome.den);
  if (num !== null && den !== null) {
    num[unit] = outcome.num;
    den[unit] = outcome.den;
  }
}

/** Figures by code. */
function scoreCounts(loop: Loop, columns: readonly Int32Array[]): void {
  const { status, cell, line } = loop;
  const { scoring, small } = line;
  const { state } = loop.column;
  const { counts } = cell;
  for (let unit = 0; unit < status.length; unit += 1) {
    if (status[unit] !== SCORED) continue;
    // A line that is scored without a figure: nothing was found.
    const found = state[unit] === CELL_STATE.given;
    for (let code = 0; code < columns.length; code += 1) counts[code] = found ? columns[code]![unit]! : 0;
    scoring.points(small, cell, outcome);
    keep(loop, unit);
  }
}

/** Figures that are one number, against the rule's own target or none. */
function scoreNumbers(loop: Loop): void {
  const { status, cell, line, column } = loop;
  const { scoring, small } = line;
  const { value, whole } = column;
  if (value === undefined) return;
  const scale = 10 ** column.decimals;
  cell.den = scale;
  for (let unit = 0; unit < status.length; unit += 1) {
    if (status[unit] !== SCORED) continue;
    if (whole === undefined) cell.num = value[unit]!;
    else {
      const of = whole[unit]!;
      cell.num = of > 0 ? 100 * value[unit]! : value[unit]!;
      cell.den = of > 0 ? of : scale;
    }
    scoring.points(small, cell, outcome);
    keep(loop, unit);
  }
}

/** The same with a target or a best figure that differs from unit to unit. */
function scoreWithTargets(loop: Loop, bestOf: (unit: number) => Amount | null): void {
  const { status, cell, line, column } = loop;
  const { target } = column;
  const targetDen = 10 ** (column.targetDecimals ?? 0);
  const scale = 10 ** column.decimals;
  for (let unit = 0; unit < status.length; unit += 1) {
    if (status[unit] !== SCORED) continue;
    const of = column.whole === undefined ? 0 : column.whole[unit]!;
    const value = column.value === undefined ? 0 : column.value[unit]!;
    cell.num = of > 0 ? 100 * value : value;
    cell.den = of > 0 ? of : scale;
    if (line.ownTarget) {
      cell.targetNum = target![unit]!;
      cell.targetDen = targetDen;
    }
    if (line.leads !== null) {
      const best = bestOf(unit);
      cell.bestNum = best === null ? cell.num : best.num;
      cell.bestDen = best === null ? cell.den : best.den;
    }
    line.scoring.points(line.small, cell, outcome);
    keep(loop, unit);
  }
}

/** What becomes of the line for each unit, before any points. */
export function statesOf(plan: CompiledPlan, columns: Columns, line: CompiledLine, column: LineColumn): Uint8Array {
  const status = new Uint8Array(columns.size);
  const assigned = Uint8Array.from(plan.blockPlans, (block) => block.assigned[line.index]!);
  const without = line.missingIsNone ? SCORED : MISSING;
  const notApplicable = { refuse: ZERO, drop: DROPPED, full: FULL, zero: ZERO }[line.whenNotApplicable];
  const { state } = column;
  if (!line.ownTarget && assigned.every((one) => one === 1)) {
    const table = Uint8Array.of(without, SCORED, notApplicable, ABSENT);
    for (let unit = 0; unit < status.length; unit += 1) status[unit] = table[state[unit]!]!;
    return status;
  }
  for (let unit = 0; unit < columns.size; unit += 1) {
    const given = state[unit]!;
    if (assigned[columns.block[unit]!] === 0 || given === CELL_STATE.notAssigned) status[unit] = ABSENT;
    else if (given === CELL_STATE.missing) status[unit] = without;
    else if (given === CELL_STATE.notApplicable) status[unit] = notApplicable;
    else status[unit] = line.ownTarget && Number.isNaN(column.target![unit]!) ? NO_TARGET : SCORED;
  }
  return status;
}

const placesOf = (line: CompiledLine, columns: Columns): Int32Array =>
  line.leads === 'cluster' ? columns.clusterPlace : columns.blockPlace;

export const bestFor = (
  line: CompiledLine,
  columns: Columns,
  bests: readonly (Amount | undefined)[] | null,
  unit: number,
): Amount | null => (bests === null ? null : (bests[placesOf(line, columns)[unit]!] ?? null));

/** The figure of one unit as a fraction. */
function amountAt(column: LineColumn, unit: number): Amount {
  const exact = column.exact?.get(unit);
  if (exact !== undefined) return figureAmount(exact.figure) ?? { num: 0, den: 1 };
  const whole = column.whole?.[unit] ?? 0;
  const value = column.value?.[unit] ?? 0;
  if (whole === 0) return { num: value, den: 10 ** column.decimals };
  if (Math.abs(value) * 100 <= SAFE) return { num: value * 100, den: whole };
  return { num: (BigInt(value) * 100n) as unknown as number, den: BigInt(whole) as unknown as number };
}

/** The unit's own target of one unit, where the column has it. */
function targetAt(column: LineColumn, unit: number): Amount | null {
  const exact = column.exact?.get(unit)?.target;
  if (exact !== undefined) return amountOf(exact);
  const target = column.target?.[unit] ?? NaN;
  return Number.isNaN(target) ? null : { num: target, den: 10 ** (column.targetDecimals ?? 0) };
}

/** The best figure of each place on a leader line. */
export function bestsOf(
  line: CompiledLine,
  columns: Columns,
  column: LineColumn,
  status: Uint8Array,
): (Amount | undefined)[] {
  const places = placesOf(line, columns);
  const bests: (Amount | undefined)[] = [];
  for (let unit = 0; unit < columns.size; unit += 1) {
    if (status[unit] !== SCORED) continue;
    const target = line.target ?? targetAt(column, unit);
    if (target === null || target.num <= 0) continue;
    const own = amountAt(column, unit);
    const best = bests[places[unit]!];
    if (best === undefined || compareFractions(own.num, own.den, best.num, best.den) > 0) bests[places[unit]!] = own;
  }
  return bests;
}

/** Writes one unit of a column onto the desk, figure and all. */
export function fillFromColumn(
  line: CompiledLine,
  column: LineColumn,
  unit: number,
  cell: WorkCell,
  status: Uint8Array,
  best: Amount | null,
): void {
  const state = status[unit]!;
  const given = column.state[unit] === CELL_STATE.given && state !== ABSENT;
  fillCell(line, cell, undefined, { assigned: state !== ABSENT, ownTarget: undefined, best: null, adjusted: null });
  cell.notApplicable = column.state[unit] === CELL_STATE.notApplicable;
  cell.given = given;
  if (!given) return;
  if (line.codes.size > 0) {
    for (let code = 0; code < line.codes.size; code += 1) {
      const count = column.counts![code]![unit]!;
      cell.counts[code] = count;
      if (count > cell.size) cell.size = count;
    }
    return;
  }
  const own = line.ownTarget ? targetAt(column, unit) : null;
  cell.hasTarget = !line.ownTarget || own !== null;
  setAmounts(cell, amountAt(column, unit), own ?? line.target, best);
}

/**
 * Writes only what gates and grades ask of a figure: whether it is there, and which number it is. Not enough to score
 * the line.
 */
export function layFigure(line: CompiledLine, column: LineColumn, unit: number, work: Work, status: Uint8Array): void {
  const cell = work.cells[line.index]!;
  cell.given = column.state[unit] === CELL_STATE.given && status[unit] !== ABSENT;
  if (!cell.given || column.value === undefined) return;
  if (column.exact !== undefined || column.whole !== undefined) {
    const { num, den } = amountAt(column, unit);
    cell.exact = typeof num === 'number' && typeof den === 'number' ? null : { ...cell, num, den };
    cell.num = num;
    cell.den = den;
    return;
  }
  cell.exact = null;
  cell.num = column.value[unit]!;
  cell.den = 10 ** column.decimals;
}
