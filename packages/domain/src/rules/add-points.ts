import { compareDecimals, millionths } from '../numbers/decimal.ts';
import { addDecimals, decimalText } from '../numbers/exact.ts';
import type { Combined } from './rule-figure.ts';

/** Judged points added up: they stop at the line's maximum, at the last step below it, because more would be no figure. */
export function addPoints(max: string, step: string | undefined, points: readonly string[]): Combined {
  const total = addDecimals(points);
  if (compareDecimals(total, max) <= 0) return { figure: { points: total } };
  const most = millionths(max);
  const capped = step === undefined ? most : most - (most % millionths(step));
  return { figure: { points: decimalText(capped) }, capped: true };
}
