import { compareFractions } from '../numbers/int.ts';
import { amountOf, figureAmount, type Amount } from './amount.ts';
import { isAssigned, type YearOnDesk } from './load-year.ts';
import type { UnitEntries } from './scored-year.ts';

/**
 * The figure with which a unit takes part in leading on a line: it has the line, a figure, and a target above 0. Else
 * null.
 */
export function leadingFigure(year: YearOnDesk, entries: UnitEntries, unit: number, index: number): Amount | null {
  const line = year.plan.lines[index]!;
  const figure = entries.figures[index];
  if (figure === undefined || figure.notApplicable === true || !isAssigned(year, entries, unit, index)) return null;
  const own = entries.targets[index]?.target;
  const target = line.ownTarget ? (own === undefined ? null : amountOf(own)) : line.target;
  if (target === null || target.num <= 0) return null;
  return figureAmount(figure);
}

/** The best figure of the given units on a leader line, null when nobody takes part. */
export function bestOf(
  year: YearOnDesk,
  entries: readonly UnitEntries[],
  members: readonly number[],
  index: number,
): Amount | null {
  let best: Amount | null = null;
  for (const unit of members) {
    const own = leadingFigure(year, entries[unit]!, unit, index);
    if (own !== null && (best === null || compareFractions(own.num, own.den, best.num, best.den) > 0)) best = own;
  }
  return best;
}

/** The best figures of all leader lines, by place. */
export const allBests = (year: YearOnDesk, entries: readonly UnitEntries[]): (Amount | null)[][] =>
  year.plan.leaderLines.map((index) =>
    year.places[year.plan.lines[index]!.leads!].members.map((members) => bestOf(year, entries, members, index)),
  );
