import { decimalsOf, digitsOf, plainDecimal, printScaled } from './decimal.ts';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** An exact fraction; `den` is above 0. Not reduced. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Rational = { num: 0n, den: 1n };

const known = new Map<string, Rational>();

/** A number of the year file as a fraction. The same few numbers come again and again, so they are kept. */
export function rational(text: string): Rational {
  let value = known.get(text);
  if (value === undefined) {
    value = { num: digitsOf(text), den: 10n ** BigInt(decimalsOf(text)) };
    if (known.size > 5_000) known.clear();
    known.set(text, value);
  }
  return value;
}

export const plus = (a: Rational, b: Rational): Rational => ({
  num: a.num * b.den + b.num * a.den,
  den: a.den * b.den,
});
export const negated = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b));
export const times = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den });

/** a / b; b is not 0. */
export function over(a: Rational, b: Rational): Rational {
  const num = a.num * b.den;
  const den = a.den * b.num;
  return den < 0n ? { num: -num, den: -den } : { num, den };
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fraction in lowest terms. */
export function reduced({ num, den }: Rational): Rational {
  if (num === 0n) return ZERO;
  let a = num < 0n ? -num : num;
  let b = den;
  // In doubles as soon as they are exact: that is nearly always.
  while (b !== 0n && (a > SAFE || b > SAFE)) [a, b] = [b, a % b];
  if (b !== 0n) {
    let x = Number(a);
    let y = Number(b);
    while (y !== 0) [x, y] = [y, x % y];
    a = BigInt(x);
  }
  if (a === 1n) return { num, den };
  return a === 0n ? ZERO : { num: num / a, den: den / a };
}

/** `round(x)` of the year file: to so many decimals, halves away from zero, as text with exactly these decimals. */
export function round({ num, den }: Rational, places: number): string {
  const up = num < 0n ? -num : num;
  const scale = 10n ** BigInt(places);
  const whole = (2n * up * scale + den) / (2n * den);
  return printScaled(num < 0n ? -whole : whole, places);
}

/** The fraction as a number of the year file without zeros at the end, rounded to at most six decimals. */
export const approximately = (value: Rational): string => plainDecimal(round(value, 6));
