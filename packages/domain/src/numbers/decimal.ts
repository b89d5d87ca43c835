/** A number of the year file: `-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?`. */
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$/;

/** Whether the text is a number as the year file writes it. */
export const isDecimal = (text: unknown): text is string => typeof text === 'string' && NUMBER.test(text);

/** How many digits stand after the point: `"97.50"` has 2. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The digits of a number without its point, `"-97.5"` → `-975n`. */
export function digitsOf(text: string): bigint {
  const point = text.indexOf('.');
  return BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
}

/**
 * The number times 10^decimals as a whole number. Throws when it has more decimals than that, so that nothing is ever
 * cut off silently.
 */
export function scaled(text: string, decimals: number): bigint {
  const own = decimalsOf(text);
  const digits = digitsOf(text);
  if (own <= decimals) return digits * 10n ** BigInt(decimals - own);
  const cut = 10n ** BigInt(own - decimals);
  if (digits % cut !== 0n) throw new RangeError(`${text} has more than ${decimals} decimals`);
  return digits / cut;
}

/** Millionths: every number of a year file is a whole number of them. */
export const millionths = (text: string): bigint => scaled(text, 6);

/** −1, 0 or 1 as the first number is below, equal to or above the second. */
export function compareDecimals(a: string, b: string): number {
  const left = millionths(a);
  const right = millionths(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Other than zero. */
export const isNonZero = (number: string): boolean => /[1-9]/.test(number);

/** Below zero; `-0` is not. */
export const isNegative = (number: string): boolean => number.startsWith('-') && isNonZero(number);

/** How many decimals the number needs: `"97.50"` needs 1. */
export function neededDecimals(text: string): number {
  const point = text.indexOf('.');
  if (point < 0) return 0;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return end - point - 1;
}

/** A whole number of 10^-decimals, printed with exactly that many decimals; never `-0`. */
export function printScaled(value: number | bigint, decimals: number): string {
  if (decimals === 0) return value < 0 ? `-${String(value).slice(1)}` : String(value === 0 ? 0 : value);
  const negative = value < 0;
  const digits = (negative ? String(value).slice(1) : String(value)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Drops zeros at the end: `"4.500"` → `"4.5"`, `"4.00"` → `"4"`, `"-0"` → `"0"`. */
export function plainDecimal(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
