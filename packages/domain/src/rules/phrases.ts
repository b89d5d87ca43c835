import { formatPoints, formatShort, formatSpoken } from '../numbers/format.ts';
import { rational } from '../numbers/rational.ts';
import type { FigureValue } from '../schema/figure.schema.ts';

// Small pieces of the sentences, so that all rules speak alike.

/** Points as a plan promises them: `6 điểm`, `4,5 điểm`. */
export const promised = (points: string): string => `${formatShort(points)} điểm`;

/** Points as they were earned: `3,50 điểm`. */
export const earned = (points: string): string => `${formatPoints(points)} điểm`;

/** A number with what it counts: `95 %`, `8 lượt`, `8`. */
export const counted = (value: string, measure: string | undefined): string =>
  measure === undefined || measure === '' ? formatShort(value) : `${formatShort(value)} ${measure}`;

/** A percentage: `89,13 %`. */
export const percent = (value: string): string => `${formatSpoken(value)} %`;

/** A share of 1 as a percentage: `"0.5"` → `50 %`. */
export function sharePercent(share: string): string {
  const { num, den } = rational(share);
  const hundredths = (num * 100_000_000n) / den;
  const text = String(hundredths).padStart(7, '0');
  return percent(`${text.slice(0, -6)}.${text.slice(-6)}`);
}

/** The figure as it was reported: `41/46 (89,13 %)`, `97,5 %`, `8 lượt`. */
export function reported(figure: FigureValue | null, value: string | undefined, measure: string | undefined): string {
  if (figure?.part !== undefined && figure.whole !== undefined)
    return `${formatShort(figure.part)}/${formatShort(figure.whole)} (${percent(value ?? '0')})`;
  return counted(value ?? '0', measure);
}

/** `a`, `a và b`, `a, b và c`. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} và ${words.at(-1) ?? ''}`;
}

/** More units than this are counted, not named: nobody listens to a longer list. */
const MOST_UNITS = 4;

/** Units by their codes, `a, b và c`; of many the first ones and how many more. */
export function listedUnits(units: readonly string[]): string {
  if (units.length <= MOST_UNITS) return listed(units);
  const named = units.slice(0, MOST_UNITS - 1);
  return `${named.join(', ')} và ${String(units.length - named.length)} đơn vị khác`;
}

/** The first letter in upper case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
