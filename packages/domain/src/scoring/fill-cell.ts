import { toBig, type Int } from '../numbers/int.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import { amountOf, figureAmount, sizeOf, type Amount } from './amount.ts';
import type { CompiledLine } from './compiled.ts';
import type { WorkCell } from './work.ts';

/** What is known of a unit on a line, beside the figure. */
export interface CellContext {
  /** The line exists for the unit. */
  assigned: boolean;
  ownTarget: string | undefined;
  best: Amount | null;
  /** In the plan's whole points. */
  adjusted: Int | null;
}

/** Writes what is known of one (unit, line) onto the desk. The figure is a valid one for the line, or none. */
export function fillCell(
  line: CompiledLine,
  cell: WorkCell,
  figure: FigureValue | undefined,
  context: CellContext,
): void {
  cell.assigned = context.assigned;
  cell.notApplicable = figure?.notApplicable === true;
  cell.given = figure !== undefined && !cell.notApplicable;
  cell.adjusted = context.adjusted;
  cell.exact = null;
  cell.size = 1;
  cell.targetSize = 1;
  cell.hasTarget = true;
  if (line.codes.size > 0) {
    countCodes(line, cell, figure);
    return;
  }
  const amount = figure === undefined ? null : figureAmount(figure);
  if (amount === null) {
    cell.num = 0;
    cell.den = 1;
    return;
  }
  const own = line.ownTarget && context.ownTarget !== undefined ? amountOf(context.ownTarget) : null;
  cell.hasTarget = !line.ownTarget || own !== null;
  const target = own ?? line.target;
  setAmounts(cell, amount, target, context.best);
}

/** Writes figure, target and best figure; in big integers where a double would not hold one of them. */
export function setAmounts(cell: WorkCell, amount: Amount, target: Amount | null, leader: Amount | null): void {
  const best = leader ?? amount;
  const { num, den } = amount;
  const targetNum = target === null ? 0 : target.num;
  const targetDen = target === null ? 1 : target.den;
  if (
    typeof num === 'number' &&
    typeof den === 'number' &&
    typeof targetNum === 'number' &&
    typeof best.num === 'number' &&
    typeof best.den === 'number'
  ) {
    cell.num = num;
    cell.den = den;
    cell.targetNum = targetNum;
    cell.targetDen = targetDen;
    cell.bestNum = best.num;
    cell.bestDen = best.den;
    cell.size = Math.max(sizeOf(num, den), sizeOf(best.num, best.den));
    cell.targetSize = sizeOf(targetNum, targetDen);
    return;
  }
  const big = (value: Int): Int => toBig(value) as unknown as Int;
  cell.exact = {
    num: big(num),
    den: big(den),
    targetNum: big(targetNum),
    targetDen: big(targetDen),
    bestNum: big(best.num),
    bestDen: big(best.den),
    counts: [],
  };
}

function countCodes(line: CompiledLine, cell: WorkCell, figure: FigureValue | undefined): void {
  const { counts } = cell;
  for (let i = 0; i < counts.length; i += 1) counts[i] = 0;
  if (figure === undefined) return;
  if (figure.items !== undefined) {
    for (const code of figure.items) counts[line.codes.get(code)!] = 1;
    return;
  }
  const given = figure.levels ?? figure.faults;
  if (given === undefined) return;
  for (const code of Object.keys(given)) {
    const count = given[code]!;
    counts[line.codes.get(code)!] = count;
    if (count > cell.size) cell.size = count;
  }
}
