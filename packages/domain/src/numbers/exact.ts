import { millionths, plainDecimal, printScaled } from './decimal.ts';

/** A whole number of millionths as the shortest decimal text: 97500000n → `"97.5"`, never `-0`. */
export function decimalText(size: bigint): string {
  return plainDecimal(printScaled(size, 6));
}

/** Whole numbers of so few digits that thousands of them add up exactly as they are. */
const small = /^(0|[1-9]\d{0,8})$/;

/** The exact sum of decimal texts, `"0"` of none. */
export function addDecimals(texts: readonly string[]): string {
  if (texts.length <= 1000 && texts.every((text) => small.test(text))) {
    return String(texts.reduce((sum, text) => sum + Number(text), 0));
  }
  return decimalText(texts.reduce((sum, text) => sum + millionths(text), 0n));
}
