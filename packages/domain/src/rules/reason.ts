import { plainDecimal, printScaled } from '../numbers/decimal.ts';
import { formatNumber, formatSpoken } from '../words/numbers.ts';
import { compare, over, rational, times, type Rational } from '../numbers/rational.ts';
import type { FigureValue } from '../schema/figure.schema.ts';

/** What a reason is worked out from. Only asked where the rule was asked for points. */
export interface ReasonInput {
  readonly figure: FigureValue | undefined;
  /** The target, the rule's or the unit's own. */
  readonly target: string | null;
  /** The line's max. */
  readonly max: string;
  /** For leader lines: the best figure of the place and who has it. */
  readonly best: { readonly value: Rational; readonly units: readonly string[] } | null;
}

/** One of the things that were added up. */
export interface ReasonPart {
  code: string;
  title: string;
  count: number;
  each: string;
  /** What it came to, after its own cap. */
  points: string;
  capped: boolean;
}

/** How the points came about, before the engine's rounding. */
export interface Reason {
  /** What happened, a word of the rule's own. */
  outcome: string;
  value?: string;
  target?: string;
  border?: string;
  parts?: ReasonPart[];
  leader?: { value: string; units: string[] };
  /** The sum with its numbers, as Vietnamese write it. */
  formula: string;
  /** The points before the limits. */
  raw: Rational;
  /** The limit that bit. */
  limit: 'max' | 'min' | null;
}

/** Works out the reason for one kind of rule. */
export type ReasonOf<R> = (rule: R, input: ReasonInput) => Reason;

/** The figure of a rule that takes one number; 0 when it has none. */
export function figureNumber(figure: FigureValue | undefined): Rational {
  if (figure?.value !== undefined) return rational(figure.value);
  if (figure?.points !== undefined) return rational(figure.points);
  if (figure?.part !== undefined && figure.whole !== undefined)
    return times(rational('100'), over(rational(figure.part), rational(figure.whole)));
  return rational('0');
}

/** The figure as one number for reading: as it was given, or a percentage to two decimals. */
export const shownNumber = (figure: FigureValue | undefined, value: string): string =>
  figure?.part === undefined ? formatNumber(value) : formatSpoken(value);

/** Which limit bites on points before limits. */
export function limitOf(raw: Rational, max: string, min: string): 'max' | 'min' | null {
  if (compare(raw, rational(max)) > 0) return compare(rational(max), rational(min)) < 0 ? 'min' : 'max';
  return compare(raw, rational(min)) < 0 ? 'min' : null;
}

/** A fraction with a power of ten below, exactly as a number; for sums of numbers of the year file. */
export function exactDecimal({ num, den }: Rational): string {
  const decimals = String(den).length - 1;
  return plainDecimal(printScaled(num, decimals));
}
