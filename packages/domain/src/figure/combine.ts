import type { Accumulate } from '../rules/accumulate.ts';
import { addDecimals } from '../numbers/exact.ts';
import { compareDecimals } from '../numbers/decimal.ts';
import { addPoints } from '../rules/add-points.ts';
import { figureOf } from '../rules/figures.ts';
import { isLarger, isMeasure } from '../rules/measure-figure.ts';
import type { Combined } from '../rules/rule-figure.ts';
import type { FigureLine, FigureValue } from './figure.ts';

/** A figure with the period it was given for. */
export type PeriodFigure = { readonly period: string; readonly figure: FigureValue };

/** The year's figure of a line, the periods it was made of, and what a reader should know about it. */
export type YearFigure = {
  readonly figure: FigureValue;
  readonly from: readonly string[];
  /** `capped`: judged points added up to more than the line's maximum. `latestOnly`: they could not be added up. */
  readonly note?: 'capped' | 'latestOnly';
};

/**
 * The figure of the year from the figures of the periods, given in the order of the periods (`inOrder`).
 *
 * - `latest`: the last one given.
 * - `sum`: values and judged points are added; levels and faults are added by code; ticked items are joined.
 *   Judged points stop at the line's maximum (at the last step below it), because more would be no figure at all.
 * - `sumParts`: parts are added and wholes are added (41/46 and 20/46 make 61/92).
 * - `max`: the largest value, percentage or number of points, the level with most points, yes if it was once yes.
 *
 * "Không phát sinh" (not applicable): with `latest` it counts like any other figure, the last word of the unit. Otherwise a
 * period without occasion adds nothing, and only if every period given had none does the whole year have none: one
 * semester without visits must not take the line out of the year.
 *
 * Figures of another sort than the way of adding can use (left over from an earlier version of the plan) are not mixed:
 * the latest one stands, marked `latestOnly`.
 */
export function combine(
  line: FigureLine,
  accumulate: Accumulate,
  figures: readonly PeriodFigure[],
): YearFigure | undefined {
  const last = figures.at(-1);
  if (last === undefined) return undefined;
  if (accumulate === 'latest') return { figure: last.figure, from: [last.period] };
  const given = figures.filter(({ figure }) => !('notApplicable' in figure));
  const from = (given.length === 0 ? figures : given).map(({ period }) => period);
  if (given.length === 0) return { figure: { notApplicable: true }, from };
  const values = given.map(({ figure }) => figure);
  const made =
    accumulate === 'sum' ? sum(line, values) : accumulate === 'sumParts' ? sumParts(values) : largest(line, values);
  if (made === undefined) {
    const latest = given.at(-1)!;
    return { figure: latest.figure, from: [latest.period], note: 'latestOnly' };
  }
  return made.capped === true ? { figure: made.figure, from, note: 'capped' } : { figure: made.figure, from };
}

/** Added up in the rule's own way; values and points of any rule as they are. */
function sum(line: FigureLine, figures: readonly FigureValue[]): Combined | undefined {
  const own = figureOf(line.rule).sum?.(line, figures);
  if (own !== undefined) return own;
  if (figures.every((figure) => 'value' in figure))
    return { figure: { value: addDecimals(figures.map((figure) => figure.value)) } };
  if (figures.every((figure) => 'points' in figure))
    return addPoints(
      line.max,
      undefined,
      figures.map((figure) => figure.points),
    );
  return undefined;
}

function sumParts(figures: readonly FigureValue[]): Combined | undefined {
  if (!figures.every((figure) => 'part' in figure)) return undefined;
  return {
    figure: { part: addDecimals(figures.map((f) => f.part)), whole: addDecimals(figures.map((f) => f.whole)) },
  };
}

/** The largest in the rule's own order; of answers, points and measures of any rule the largest as they are. */
function largest(line: FigureLine, figures: readonly FigureValue[]): Combined | undefined {
  const own = figureOf(line.rule).largest?.(line, figures);
  if (own !== undefined) return own;
  if (figures.every((figure) => 'yes' in figure)) return { figure: { yes: figures.some((figure) => figure.yes) } };
  if (figures.every((figure) => 'points' in figure)) {
    return { figure: figures.reduce((best, f) => (compareDecimals(f.points, best.points) > 0 ? f : best)) };
  }
  if (figures.every(isMeasure)) {
    return { figure: figures.reduce((best, figure) => (isLarger(figure, best) ? figure : best)) };
  }
  return undefined;
}
