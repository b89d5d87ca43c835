import { decimalsOf } from '../numbers/decimal.ts';
import { nb } from './texts.ts';

/**
 * Numbers as people in Việt Nam read them (P4): `1.234,5`, with a real minus sign (U+2212). `format…` write the text of a
 * decimal as it stands in a plan or comes from the engine; those under them take what a screen has, a missing one too.
 */

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

/** A number with the decimals it has, zeros at the end too, where the writing itself is compared: `"4.50"` → `4,50`. */
export const formatExact = (text: string): string => formatDecimal(text, decimalsOf(text), decimalsOf(text));

/** A number with the decimals it needs, without zeros at the end: `"4.50"` → `4,5`. */
export const formatNumber = (text: string): string => formatDecimal(text, 0, decimalsOf(text));

/** A number without grouping, as one of two readings is written: `"1234"` → `1234`, `"1.234"` → `1,234`. */
export const formatUngrouped = (text: string): string => text.replace('.', ',').replace(/^-/, '−');

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

/** What stands for a missing figure. Never 0 (S2). */
export const missing = '–';

/** Text of a decimal, or a number of the engine's; points may come as strings so that nothing is lost. */
export type Decimal = string | number;

/** What is no number is shown as it is. */
function written(value: Decimal, fewest: number, most: number): string {
  const text = typeof value === 'string' ? value : toDecimalText(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(text, fewest, most) : text;
}

/** Points in results: two decimals, `5,00`; `−0,25`; a missing one `–`. */
export function points(value: Decimal | null | undefined): string {
  return value === null || value === undefined ? missing : written(value, 2, 2);
}

/** Points of a plan's maxima: no needless decimals, `6`, `0,5`. */
export function planPoints(value: Decimal | null | undefined): string {
  return number(value, 2);
}

/** A change of points with its sign: `+0,37`, `−0,25`, `0,00`. */
export function pointsChange(value: Decimal): string {
  const text = points(value);
  return text.startsWith('−') || /^[0,]+$/.test(text) ? text : `+${text}`;
}

/** A number, grouped and with a decimal comma: `1.234,5`. At most `decimals` decimals, without trailing zeros. */
export function number(value: Decimal | null | undefined, decimals = 6): string {
  return value === null || value === undefined ? missing : written(value, 0, decimals);
}

/** A percentage of parts in a whole given as percent: `97,83 %` with a no-break space. */
export function percent(value: Decimal | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? missing : `${number(value, decimals)}${nb}%`;
}

/** A share as a percentage, `share(45, 46)` = `97,83 %`; nothing to divide by is missing. */
export function share(part: number, whole: number, decimals = 2): string {
  return whole > 0 ? percent((part * 100) / whole, decimals) : missing;
}

/** A number with its unit, held together: `10 lượt`. */
export function amount(value: Decimal | null | undefined, unit: string): string {
  return value === null || value === undefined ? missing : `${number(value)}${nb}${unit}`;
}

/** Counts of targets and tasks keep their zero: `08`. */
export function count2(value: number): string {
  return String(value).padStart(2, '0');
}

/** Bytes of a file: `412 kB`, `1,8 MB`. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${number(Math.max(1, bytes / 1000), 0)}${nb}kB`
    : `${number(bytes / 1_000_000, 1)}${nb}MB`;
}

/** A float without exponent, at most 12 decimals: shows, never feeds the engine. */
function toDecimalText(value: number): string {
  if (!Number.isFinite(value)) return missing;
  const text = value.toFixed(12);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
