/**
 * Decimal text as whole millionths. Every number of a year file has at most six decimals, so adding and comparing
 * them this way is exact.
 */

/** Six decimals: the finest a number of the year file may be. */
const scale = 6;

/** `"97.5"` → 97500000n. The text must be a number as the year file writes it. */
export function millionths(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const size = BigInt(whole + fraction.padEnd(scale, '0'));
  return negative ? -size : size;
}

/** 97500000n → `"97.5"`: the shortest text, never `-0`. */
export function decimalText(size: bigint): string {
  const negative = size < 0n;
  const digits = (negative ? -size : size).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The exact sum of decimal texts, `"0"` of none. */
export function addDecimals(texts: readonly string[]): string {
  return decimalText(texts.reduce((sum, text) => sum + millionths(text), 0n));
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = [millionths(a), millionths(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
