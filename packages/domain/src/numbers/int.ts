/**
 * A whole number: a `number` where every step is proved to stay below 2^53, else a `bigint` (typed as `number`, because
 * `+ - * < >` read the same on both and the rules are written once). The two are never mixed in one calculation:
 * constants come from an `Ints` of the same sort. No fraction and no rounding error can arise: there is no `/` outside
 * `divideRounded`.
 */
export type Int = number;

/** Numbers up to this are safe with a factor of two to spare. */
export const SAFE = 2 ** 52;

/** Makes whole numbers of one sort. */
export interface Ints {
  readonly of: (value: bigint) => Int;
  readonly zero: Int;
  readonly one: Int;
  readonly two: Int;
  readonly hundred: Int;
}

/** Whole numbers as `number`: only where a bound has been checked. */
export const smallInts: Ints = { of: Number, zero: 0, one: 1, two: 2, hundred: 100 };

const asInt = (value: bigint): Int => value as unknown as Int;

/** Whole numbers as `bigint`: always exact. */
export const bigInts: Ints = { of: asInt, zero: asInt(0n), one: asInt(1n), two: asInt(2n), hundred: asInt(100n) };

/** The whole number as a `bigint`, whichever sort it is. */
export const toBig = (value: Int): bigint => (typeof value === 'bigint' ? value : BigInt(value));

/** 10 to the given power, for powers from 0 to 22 (exact as a double too). */
export const powerOfTen = (power: number): bigint => 10n ** BigInt(power);

/** num / den to the nearest whole number, halves away from zero. `den` is above 0 and of the same sort as `num`. */
export function divideRounded(num: Int, den: Int): Int {
  if (typeof num === 'number') {
    if (den === 1) return num;
    // Below 2^53 the floor of the rounded quotient is the floor of the exact one: the gap to the next whole number is
    // at least 1/den, which is more than half a unit in the last place.
    if (num < 0) return 0 - Math.floor((den - 2 * num) / (2 * den));
    return Math.floor((2 * num + den) / (2 * den));
  }
  const n = num as unknown as bigint;
  const d = den as unknown as bigint;
  return asInt(n < 0n ? -((d - 2n * n) / (2n * d)) : (2n * n + d) / (2n * d));
}

/** −1, 0 or 1 as aNum/aDen is below, equal to or above bNum/bDen (denominators above 0; sorts may differ). */
export function compareFractions(aNum: Int, aDen: Int, bNum: Int, bDen: Int): number {
  if (typeof aNum === 'number' && typeof aDen === 'number' && typeof bNum === 'number' && typeof bDen === 'number') {
    const left = aNum * bDen;
    const right = bNum * aDen;
    if (Math.abs(left) <= SAFE && Math.abs(right) <= SAFE) return left < right ? -1 : left > right ? 1 : 0;
  }
  const left = toBig(aNum) * toBig(bDen);
  const right = toBig(bNum) * toBig(aDen);
  return left < right ? -1 : left > right ? 1 : 0;
}
