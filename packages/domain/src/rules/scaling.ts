import { decimalsOf, scaled } from '../numbers/decimal.ts';
import { powerOfTen, type Int, type Ints } from '../numbers/int.ts';
import type { LineSettings } from './rule-scoring.ts';

/**
 * A scale that holds all the given points exactly, and the plan's points too. `den` is what a sum on this scale has to
 * be divided by to be in units of the plan's last decimal.
 */
export interface PointScale {
  readonly decimals: number;
  readonly den: Int;
  readonly of: (points: string) => Int;
}

/** The scale for points that are added up or chosen. */
export function pointScale(points: readonly string[], line: LineSettings, ints: Ints): PointScale {
  const decimals = Math.max(line.places, ...points.map(decimalsOf));
  return {
    decimals,
    den: ints.of(powerOfTen(decimals - line.places)),
    of: (text) => ints.of(scaled(text, decimals)),
  };
}

/** The line's max in units of the plan's last decimal. */
export const maxPoints = (line: LineSettings, ints: Ints): Int => ints.of(scaled(line.max, line.places));

/** A number as a fraction with a power of ten below. */
export function fraction(text: string, ints: Ints): { num: Int; den: Int } {
  const decimals = decimalsOf(text);
  return { num: ints.of(scaled(text, decimals)), den: ints.of(powerOfTen(decimals)) };
}
