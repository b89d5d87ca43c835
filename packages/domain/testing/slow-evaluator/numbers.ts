/** A fraction in lowest terms with a denominator above zero. Slow and obviously right; the engine has its own numbers. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** n/d in lowest terms. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new Error('a fraction over zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(magnitude(n), magnitude(d)) * sign;
  return { n: n / divisor, d: d / divisor };
}

export const ZERO = rational(0n);
export const HALF = rational(1n, 2n);
export const HUNDRED = rational(100n);

/** The decimal text of a year file (scoring.md §1), read digit by digit. */
export function parse(text: string): Rational {
  const match = /^(-?)(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,6}))?$/.exec(text);
  if (!match) throw new Error(`not a number of a year file: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '') + fraction);
  return rational(match[1] === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

export const whole = (count: number): Rational => rational(BigInt(count));
export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const sum = (all: readonly Rational[]): Rational => all.reduce(add, ZERO);

/** Below zero, zero or above zero, as a sorter wants it. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const atMost = (value: Rational, limit: Rational): Rational => (compare(value, limit) > 0 ? limit : value);
export const atLeast = (value: Rational, limit: Rational): Rational => (compare(value, limit) < 0 ? limit : value);

/** round(x) of scoring.md §1: to so many decimals, halves away from zero. */
export function round(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  const twice = magnitude(value.n) * scale * 2n;
  const units = (twice + value.d) / (2n * value.d);
  return rational(value.n < 0n ? -units : units, scale);
}

/** A whole number of heads: down, up, or halves up (scoring.md §7; never below zero there). */
export function toWhole(value: Rational, way: 'floor' | 'half-up' | 'ceil'): number {
  const floor = value.n / value.d;
  const rest = subtract(value, rational(floor));
  const up = way === 'ceil' ? rest.n > 0n : way === 'half-up' && compare(rest, HALF) >= 0;
  return Number(floor) + (up ? 1 : 0);
}

/** With exactly so many decimals, never "-0.00". The value must already be rounded to them. */
export function print(value: Rational, places: number): string {
  const scale = 10n ** BigInt(places);
  if ((value.n * scale) % value.d !== 0n) throw new Error('printed before it was rounded');
  const units = (value.n * scale) / value.d;
  const digits = magnitude(units)
    .toString()
    .padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}
