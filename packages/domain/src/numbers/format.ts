import { plainDecimal } from './decimal.ts';
import { rational, round } from './rational.ts';

/** A number as Vietnamese write it: `"1234.5"` → `1.234,5`. Zeros at the end are kept; see formatShort. */
export function formatNumber(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '0', part] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(?:[0-9]{3})+$)/g, '.');
  return `${negative ? '-' : ''}${grouped}${part === undefined ? '' : `,${part}`}`;
}

/** The same without zeros at the end: `"4.50"` → `4,5`. */
export const formatShort = (text: string): string => formatNumber(plainDecimal(text));

/** To at most two decimals, as one says it: `"89.130435"` → `89,13`. */
export const formatSpoken = (text: string): string => formatShort(round(rational(text), 2));

/** Points, as printed by the engine or as a number of the year file, with at least two decimals: `3,50`. */
export function formatPoints(text: string): string {
  const [whole = '0', part = ''] = plainDecimal(text).split('.');
  return formatNumber(`${whole}.${part.padEnd(2, '0')}`);
}
