import { printScaled } from '../numbers/decimal.ts';
import { rational } from '../numbers/rational.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import { formatNumber, formatPoints, formatSpoken } from '../words/numbers.ts';
import { listed } from '../words/texts.ts';

// Small pieces of the sentences, so that all rules speak alike.

/** Points as a plan promises them: `6 điểm`, `4,5 điểm`. */
export const promised = (points: string): string => `${formatNumber(points)} điểm`;

/** Points as they were earned: `3,50 điểm`. */
export const earned = (points: string): string => `${formatPoints(points)} điểm`;

/** A number with what it counts: `95 %`, `8 lượt`, `8`. */
export const counted = (value: string, measure: string | undefined): string =>
  measure === undefined || measure === '' ? formatNumber(value) : `${formatNumber(value)} ${measure}`;

/** A percentage: `89,13 %`. */
export const percent = (value: string): string => `${formatSpoken(value)} %`;

/** A share of 1 as a percentage: `"0.5"` → `50 %`. */
export function sharePercent(share: string): string {
  const { num, den } = rational(share);
  return percent(printScaled((num * 100_000_000n) / den, 6));
}

/** The figure as it was reported: `41/46 (89,13 %)`, `97,5 %`, `8 lượt`. */
export function reported(figure: FigureValue | null, value: string | undefined, measure: string | undefined): string {
  if (figure?.part !== undefined && figure.whole !== undefined)
    return `${formatNumber(figure.part)}/${formatNumber(figure.whole)} (${percent(value ?? '0')})`;
  return counted(value ?? '0', measure);
}

/** More units than this are counted, not named: nobody listens to a longer list. */
const MOST_UNITS = 4;

/** Units by their codes, `a, b và c`; of many the first ones and how many more. */
export function listedUnits(units: readonly string[]): string {
  if (units.length <= MOST_UNITS) return listed(units);
  const named = units.slice(0, MOST_UNITS - 1);
  return `${named.join(', ')} và ${String(units.length - named.length)} đơn vị khác`;
}
