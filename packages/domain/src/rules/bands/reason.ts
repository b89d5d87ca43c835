import { formatNumber, formatSpoken } from '../../words/numbers.ts';
import { approximately, compare, over, rational, times, ZERO } from '../../numbers/rational.ts';
import { figureNumber, type ReasonOf, shownNumber } from '../reason.ts';
import type { BandsRule } from './settings.ts';
import { borderOf, bandsInOrder } from './in-order.ts';

/** Outcomes: band, no-band. `value` is the percentage of the target where the rule is of that; `border` the band's. */
export const reason: ReasonOf<BandsRule> = (rule, { figure, target }) => {
  const a = figureNumber(figure);
  const x = rule.of === 'target' ? over(times(rational('100'), a), rational(target ?? '1')) : a;
  const value = approximately(x);
  const seen = { value, ...(rule.of === 'target' ? { target: target ?? '0' } : {}), limit: null };
  const shown = rule.of === 'target' ? formatSpoken(value) : shownNumber(figure, value);
  for (const band of bandsInOrder(rule)) {
    const border = borderOf(band);
    const order = compare(x, rational(border));
    if ('from' in band ? order < 0 : order > 0) continue;
    const formula = `${shown} ${'from' in band ? '≥' : '≤'} ${formatNumber(border)}`;
    return { ...seen, outcome: 'band', border, formula, raw: rational(band.points) };
  }
  return { ...seen, outcome: 'no-band', formula: shown, raw: ZERO };
};
