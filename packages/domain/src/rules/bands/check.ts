import { bandsInOrder, borderOf } from './in-order.ts';
import type { BandsRule } from './settings.ts';
import { compareDecimals, millionths } from '../../numbers/decimal.ts';
import { below, decimalOf, isRaw, listOf } from '../../schema/raw.ts';
import { above, largestOf, notePointsAbove, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<BandsRule> = {
  positiveTarget: true,
  settings(rule, line, note) {
    if (rule['of'] === 'target' && rule['target'] === undefined) note([], 'bands-need-target');
    if (rule['of'] === 'value' && rule['target'] !== undefined) note([], 'bands-without-target');
    if (decimalOf(rule['target']) !== null && !above(rule['target'], '0')) note(['target'], 'not-positive');
    notePointsAbove(rule, 'bands', line, note);
    const entries = listOf(rule['bands']);
    const side = entries.map((band) =>
      !isRaw(band) || ('from' in band && 'upTo' in band)
        ? null
        : 'from' in band
          ? 'from'
          : 'upTo' in band
            ? 'upTo'
            : null,
    );
    const first = side.find((key) => key !== null);
    const seen = new Set<bigint>();
    entries.forEach((band, index) => {
      const key = side[index] ?? null;
      if (key === null || !isRaw(band)) return;
      const noteBand = below(note, 'bands', index);
      if (key !== first) noteBand([], 'bands-mixed');
      const border = decimalOf(band[key]);
      if (border === null) return;
      if (seen.has(millionths(border))) noteBand([key], 'border-twice', { border });
      seen.add(millionths(border));
    });
  },
  most: (rule) => largestOf(rule.bands.map((band) => band.points)),
  /** Notes a band that gives fewer points though it is the better one. */
  warn(rule, note) {
    const ordered = bandsInOrder(rule);
    const rising = ordered.every((band, i) => i === 0 || compareDecimals(ordered[i - 1]!.points, band.points) >= 0);
    const falling = ordered.every((band, i) => i === 0 || compareDecimals(ordered[i - 1]!.points, band.points) <= 0);
    if (rising || falling) return;
    const odd = ordered.find((band, i) => i > 0 && compareDecimals(ordered[i - 1]!.points, band.points) < 0)!;
    note(['bands', rule.bands.indexOf(odd), 'points'], 'bands-out-of-order', { border: borderOf(odd) });
  },
};
