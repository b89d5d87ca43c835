import { decimalsOf } from './decimal.ts';

/**
 * A decimal (`-?digits[.digits]`, any length) as Vietnamese write it, `"1234.5"` → `1.234,5`: rounded half away from zero to
 * at most `most` decimals, without zeros at the end beyond `fewest`, with a real minus sign and never `−0`.
 */
export function formatDecimal(text: string, fewest: number, most: number): string {
  const negative = text.startsWith('-');
  let [whole = '0', part = ''] = (negative ? text.slice(1) : text).split('.');
  if (part.length > most) {
    // On the digits themselves: a double would lose some of them.
    const up = (part[most] ?? '0') >= '5' ? 1n : 0n;
    const digits = (BigInt(whole + part.slice(0, most)) + up).toString().padStart(most + 1, '0');
    const point = digits.length - most;
    [whole, part] = [digits.slice(0, point), digits.slice(point)];
  }
  let end = part.length;
  while (end > fewest && part[end - 1] === '0') end -= 1;
  part = part.slice(0, end).padEnd(fewest, '0');
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(?:[0-9]{3})+$)/g, '.');
  const number = part === '' ? grouped : `${grouped},${part}`;
  return negative && /[1-9]/.test(number) ? `−${number}` : number;
}

/** A number with the decimals it has, zeros at the end too: `"4.50"` → `4,50`; see formatShort. */
export const formatNumber = (text: string): string => formatDecimal(text, decimalsOf(text), decimalsOf(text));

/** The same without zeros at the end: `"4.50"` → `4,5`. */
export const formatShort = (text: string): string => formatDecimal(text, 0, decimalsOf(text));

/**
 * A number as it is put into a field to be typed on, without grouping: `"1234.5"` → `1234,5`. It reads back as itself:
 * three decimals get a fourth (`1,2340`), since `1,234` could mean one thousand.
 */
export function formatTyped(text: string): string {
  const [whole = '', part] = text.split('.');
  if (part === undefined) return whole;
  return `${whole},${part.length === 3 ? `${part}0` : part}`;
}

/** To at most two decimals, as one says it: `"89.130435"` → `89,13`. */
export const formatSpoken = (text: string): string => formatDecimal(text, 0, 2);

/** Points, as printed by the engine or as a number of the year file, with at least two decimals: `3,50`. */
export const formatPoints = (text: string): string => formatDecimal(text, 2, Math.max(2, decimalsOf(text)));
