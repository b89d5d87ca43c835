import { compareDecimals, isNegative, isNonZero, millionths } from '../numbers/decimal.ts';
import { ok, refuse } from '../result.ts';
import type { Accumulate } from './accumulate.ts';
import type { FigureForm } from './figure-form.ts';
import type { FigureValue } from './figure-value.ts';
import { mayNotApply, type RuleFigure, type RuleLine } from './rule-figure.ts';

// Rules that measure: one number, or a part of a whole.

const isPercent = ({ unit }: RuleLine<unknown>): boolean => unit?.trim() === '%';

/**
 * Lines of percentages ask for part and whole, because a percentage typed by hand cannot be checked against the
 * evidence and cannot be added up; `sumParts` needs them, `sum` cannot use them.
 */
export const measureFigure: RuleFigure<unknown> = {
  input(line, accumulate) {
    if (accumulate === 'sumParts') return 'partWhole';
    if (accumulate === 'sum') return 'value';
    return isPercent(line) ? 'partWhole' : 'value';
  },
  ways: (line) => (isPercent(line) ? ['latest', 'sumParts', 'max', 'sum'] : ['sum', 'latest', 'max', 'sumParts']),
  fits(_line, figure) {
    if ('value' in figure) return ok(figure);
    if (!('part' in figure)) return refuse('figure-other-sort');
    if (isNegative(figure.part)) return refuse('figure-negative');
    return isNonZero(figure.whole) && !isNegative(figure.whole) ? ok(figure) : refuse('whole-not-positive');
  },
  read: readMeasure,
};

function readMeasure(form: FigureForm, line: RuleLine<unknown>, accumulate: Accumulate): FigureValue | undefined {
  const hasParts = form.text('part') !== '' || form.text('whole') !== '';
  const hasValue = form.text('value') !== '';
  if (hasParts && hasValue) return form.fault('value', 'figure-both-ways');
  const wanted = measureFigure.input(line, accumulate);
  if (hasValue && accumulate === 'sumParts') return form.fault('part', 'parts-needed');
  if (hasParts && accumulate === 'sum') return form.fault('value', 'value-needed');
  if (hasValue || (!hasParts && wanted === 'value')) {
    const value = form.number('value', {});
    return value === undefined ? undefined : { value };
  }
  if (!hasParts) return undefined;
  const part = form.number('part', { atLeastZero: true, needed: true });
  const whole = form.number('whole', { atLeastZero: true, needed: true });
  if (whole !== undefined && millionths(whole) === 0n)
    return form.fault('whole', 'whole-not-positive', { notApplicable: mayNotApply(line) });
  if (part === undefined || whole === undefined) return undefined;
  if (compareDecimals(part, whole) > 0) form.warn('part', 'part-over-whole', { part, whole });
  return { part, whole };
}

export type Measure = Extract<FigureValue, { value: string } | { part: string }>;

export function isMeasure(figure: FigureValue): figure is Measure {
  return 'value' in figure || 'part' in figure;
}

/** Compares values with percentages exactly; of equal ones the one with the larger whole says more. */
export function isLarger(a: Measure, b: Measure): boolean {
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
