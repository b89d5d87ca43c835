import { compareDecimals } from '../numbers/decimal.ts';
import { compare, minus, over, plus, rational, round, ZERO, type Rational } from '../numbers/rational.ts';
import type { CrossCase } from './cross-case.schema.ts';

/** Decimals with the places of the rule; `points` is null as long as a third scorer is called and has not scored. */
export interface CrossScore {
  readonly spread: string;
  readonly needsThird: boolean;
  readonly points: string | null;
}

/**
 * The points that the scorers' points come to: exact, rounded once, halves away from zero. The case is one that
 * `parseCrossCase` finds no fault in; throws a RangeError for a third scorer's points that were not needed.
 */
export function crossScore({ rule, points, third }: CrossCase): CrossScore {
  const spread = spreadOf(points);
  const needsThird = isThirdNeeded(rule.spread, points);
  if (third !== undefined && !needsThird) throw new RangeError('no third scorer was called');
  const all = third === undefined ? points : [...points, third];
  const taken = needsThird || rule.take === 'median' ? medianOf(all) : meanOf(all.map(rational));
  return {
    spread: round(spread, rule.places),
    needsThird,
    points: needsThird && third === undefined ? null : round(taken, rule.places),
  };
}

/** Whether the points lie further apart than the rule allows; never where it names no spread. */
export const isThirdNeeded = (most: string | undefined, points: readonly string[]): boolean =>
  most !== undefined && compare(spreadOf(points), rational(most)) > 0;

function spreadOf(points: readonly string[]): Rational {
  const sorted = points.toSorted(compareDecimals);
  return minus(rational(sorted.at(-1)!), rational(sorted[0]!));
}

function medianOf(points: readonly string[]): Rational {
  const sorted = points.toSorted(compareDecimals);
  const middle = Math.floor((sorted.length - 1) / 2);
  return meanOf(sorted.slice(middle, sorted.length - middle).map(rational));
}

const meanOf = (values: readonly Rational[]): Rational =>
  over(values.reduce(plus, ZERO), { num: BigInt(values.length), den: 1n });
