import { millionths } from '../../numbers/decimal.ts';
import type { BandsRule } from './settings.ts';

export type Band = BandsRule['bands'][number];

/** The border of a band, whichever side it is. */
export const borderOf = (band: Band): string => ('from' in band ? band.from : band.upTo);

/** The bands in the order in which they are tried: largest `from` first, smallest `upTo` first. */
export function bandsInOrder(rule: BandsRule): Band[] {
  const sign = (band: Band) => ('from' in band ? -1n : 1n);
  return [...rule.bands].sort((a, b) => {
    const difference = sign(a) * (millionths(borderOf(a)) - millionths(borderOf(b)));
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
}
