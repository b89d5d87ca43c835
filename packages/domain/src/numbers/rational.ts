import { decimalsOf, digitsOf } from './decimal.ts';

/** An exact fraction; `den` is above 0. Not reduced. */
export interface Rational {
  num: bigint;
  den: bigint;
}

/** A number of the year file as a fraction. */
export const rational = (text: string): Rational => ({ num: digitsOf(text), den: 10n ** BigInt(decimalsOf(text)) });

/** The fraction in lowest terms. */
export function reduced({ num, den }: Rational): Rational {
  let a = num < 0n ? -num : num;
  let b = den;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { num: 0n, den: 1n } : { num: num / a, den: den / a };
}

/** `round(x)` of the year file: to so many decimals, halves away from zero, as text with exactly these decimals. */
export function round({ num, den }: Rational, places: number): string {
  const up = num < 0n ? -num : num;
  const scale = 10n ** BigInt(places);
  const whole = (2n * up * scale + den) / (2n * den);
  const digits = String(whole).padStart(places + 1, '0');
  const sign = num < 0n && whole > 0n ? '-' : '';
  const cut = digits.length - places;
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
