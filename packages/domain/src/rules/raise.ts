import { decimalsOf, printScaled } from '../numbers/decimal.ts';
import { over, rational, times, type Rational } from '../numbers/rational.ts';
import type { FigureValue } from '../schema/figure.schema.ts';

/** What is known of a unit on a line when a better figure is looked for. */
export interface RaiseInput {
  readonly now: FigureValue | null;
  /** The target, the rule's or the unit's own; null when there is none. */
  readonly target: string | null;
  readonly max: string;
  /** For leader lines: the best figure of the place. */
  readonly best: Rational | null;
}

/**
 * Figures that may earn more, from the least change to that which earns all. Whether they do is found by scoring them.
 */
export type RaiseOf<R> = (rule: R, input: RaiseInput) => FigureValue[];

/** A whole number of 10^-decimals, the least at or above (`up`), or the largest at or below, the fraction. */
export function onGrid({ num, den }: Rational, decimals: number, way: 'up' | 'down'): string {
  const scaledNum = num * 10n ** BigInt(decimals);
  let whole = scaledNum / den;
  if (way === 'up' && whole * den < scaledNum) whole += 1n;
  if (way === 'down' && whole * den > scaledNum) whole -= 1n;
  return printScaled(whole, decimals);
}

/** One step further on the grid of a number. */
export function nextOnGrid(text: string, decimals: number, way: 'up' | 'down'): string {
  const { num, den } = rational(text);
  const step = { num: way === 'up' ? 1n : -1n, den: 10n ** BigInt(decimals) };
  return onGrid({ num: num * step.den + step.num * den, den: den * step.den }, decimals, way);
}

/**
 * The figure at a border, as the unit counts: the part of its whole where it gave these, else a value. `strict` is one
 * step beyond. Null where the part would fall below 0.
 */
export function figureAt(
  border: Rational,
  now: FigureValue | null,
  way: 'up' | 'down',
  strict: boolean,
  finest: number,
): FigureValue | null {
  const pair = now?.part !== undefined && now.whole !== undefined ? { part: now.part, whole: now.whole } : null;
  const decimals =
    pair === null
      ? Math.max(finest, now?.value === undefined ? 0 : decimalsOf(now.value))
      : Math.max(decimalsOf(pair.part), decimalsOf(pair.whole));
  const wanted = pair === null ? border : over(times(border, rational(pair.whole)), rational('100'));
  let text = onGrid(wanted, decimals, way);
  const { num, den } = rational(text);
  if (strict && num * wanted.den === wanted.num * den) text = nextOnGrid(text, decimals, way);
  if (pair === null) return { value: text };
  return text.startsWith('-') ? null : { part: text, whole: pair.whole };
}

/** Drops what is not there. */
export const present = (figures: readonly (FigureValue | null)[]): FigureValue[] =>
  figures.filter((figure) => figure !== null);
