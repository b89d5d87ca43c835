import type { Accumulate } from '../plan/conduct.schema.ts';
import { compareDecimals, millionths } from '../numbers/decimal.ts';
import { addDecimals, decimalText } from './exact.ts';
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

/** Counts of the year file end here. */
const mostOf = 999_999_999;

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

type Made = { figure: FigureValue; capped?: boolean } | undefined;

function sum(line: FigureLine, figures: readonly FigureValue[]): Made {
  const { rule } = line;
  if (figures.every((figure) => 'value' in figure))
    return { figure: { value: addDecimals(figures.map((f) => f.value)) } };
  if (figures.every((figure) => 'points' in figure))
    return sumPoints(
      line,
      figures.map((f) => f.points),
    );
  if (rule.kind === 'levels' && rule.pick === 'many' && figures.every((figure) => 'levels' in figure)) {
    return {
      figure: {
        levels: addCounts(
          figures.map((f) => f.levels),
          rule.levels,
        ),
      },
    };
  }
  if (rule.kind === 'deduct' && figures.every((figure) => 'faults' in figure)) {
    return {
      figure: {
        faults: addCounts(
          figures.map((f) => f.faults),
          rule.faults,
        ),
      },
    };
  }
  if (rule.kind === 'checklist' && figures.every((figure) => 'items' in figure)) {
    const ticked = new Set(figures.flatMap((f) => f.items));
    return { figure: { items: inRuleOrder([...ticked], rule.items) } };
  }
  return undefined;
}

function sumPoints(line: FigureLine, points: readonly string[]): Made {
  const total = addDecimals(points);
  if (compareDecimals(total, line.max) <= 0) return { figure: { points: total } };
  const step = line.rule.kind === 'judged' ? line.rule.step : undefined;
  const max = millionths(line.max);
  const most = step === undefined ? max : max - (max % millionths(step));
  return { figure: { points: decimalText(most) }, capped: true };
}

function sumParts(figures: readonly FigureValue[]): Made {
  if (!figures.every((figure) => 'part' in figure)) return undefined;
  return {
    figure: { part: addDecimals(figures.map((f) => f.part)), whole: addDecimals(figures.map((f) => f.whole)) },
  };
}

function largest(line: FigureLine, figures: readonly FigureValue[]): Made {
  const { rule } = line;
  if (figures.every((figure) => 'yes' in figure)) return { figure: { yes: figures.some((figure) => figure.yes) } };
  if (figures.every((figure) => 'points' in figure)) {
    return { figure: figures.reduce((best, f) => (compareDecimals(f.points, best.points) > 0 ? f : best)) };
  }
  if (rule.kind === 'levels' && rule.pick === 'one' && figures.every((figure) => 'levels' in figure)) {
    // Of two levels with equal points the one the plan names first, so that the order of periods does not matter.
    const reached = rule.levels.filter((level) => figures.some((f) => Object.hasOwn(f.levels, level.code)));
    const best = reached.reduce<(typeof reached)[number] | undefined>(
      (top, level) => (top === undefined || compareDecimals(level.points, top.points) > 0 ? level : top),
      undefined,
    );
    return best === undefined ? undefined : { figure: { levels: { [best.code]: 1 } } };
  }
  if (figures.every(isMeasure)) {
    return { figure: figures.reduce((best, figure) => (isLarger(figure, best) ? figure : best)) };
  }
  return undefined;
}

type Measure = Extract<FigureValue, { value: string } | { part: string }>;

function isMeasure(figure: FigureValue): figure is Measure {
  return 'value' in figure || 'part' in figure;
}

/** Compares values with percentages exactly; of equal ones the one with the larger whole says more. */
function isLarger(a: Measure, b: Measure): boolean {
  const [x, y] = [fractionOf(a), fractionOf(b)];
  const difference = x.over * y.under - y.over * x.under;
  return difference === 0n ? x.weight > y.weight : difference > 0n;
}

/** A measure as a fraction with a positive denominator; a percentage is 100·part/whole. */
function fractionOf(figure: Measure): { over: bigint; under: bigint; weight: bigint } {
  if ('value' in figure) return { over: millionths(figure.value), under: 1_000_000n, weight: 0n };
  const whole = millionths(figure.whole);
  return { over: 100n * millionths(figure.part), under: whole, weight: whole };
}

function addCounts(
  counts: readonly Readonly<Record<string, number>>[],
  known: readonly { readonly code: string }[],
): Record<string, number> {
  const codes = inRuleOrder([...new Set(counts.flatMap((given) => Object.keys(given)))], known);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Math.min(
        mostOf,
        counts.reduce((total, given) => total + (Object.hasOwn(given, code) ? (given[code] ?? 0) : 0), 0),
      ),
    ]),
  );
}

/** Codes as the rule lists them, then unknown ones by themselves: the same list whatever the order of periods. */
function inRuleOrder(codes: readonly string[], known: readonly { readonly code: string }[]): string[] {
  const listed = known.map(({ code }) => code).filter((code) => codes.includes(code));
  return [...listed, ...codes.filter((code) => !listed.includes(code)).sort()];
}
