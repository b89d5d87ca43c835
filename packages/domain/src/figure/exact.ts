import { millionths, plainDecimal, printScaled } from '../numbers/decimal.ts';

/** A whole number of millionths as the shortest decimal text: 97500000n → `"97.5"`, never `-0`. */
export function decimalText(size: bigint): string {
  return plainDecimal(printScaled(size, 6));
}

/** The exact sum of decimal texts, `"0"` of none. */
export function addDecimals(texts: readonly string[]): string {
  return decimalText(texts.reduce((sum, text) => sum + millionths(text), 0n));
}
