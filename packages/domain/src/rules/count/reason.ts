import { formatNumber } from '../../words/numbers.ts';
import { ZERO, approximately, compare, minus, rational, times } from '../../numbers/rational.ts';
import { figureNumber, limitOf, type ReasonOf } from '../reason.ts';
import type { CountRule } from './settings.ts';

/** Outcomes: counted, none-beyond (not more than `after`). */
export const reason: ReasonOf<CountRule> = (rule, { figure, max }) => {
  const a = figureNumber(figure);
  const value = approximately(a);
  const after = rule.after ?? '0';
  const beyond = minus(a, rational(after));
  if (compare(beyond, ZERO) <= 0)
    return {
      outcome: 'none-beyond',
      value,
      border: after,
      formula: `${formatNumber(value)} ≤ ${formatNumber(after)}`,
      raw: ZERO,
      limit: null,
    };
  const raw = times(rational(rule.each), beyond);
  const counted =
    compare(rational(after), ZERO) === 0 ? formatNumber(value) : `(${formatNumber(value)} - ${formatNumber(after)})`;
  return {
    outcome: 'counted',
    value,
    border: after,
    formula: `${formatNumber(rule.each)} × ${counted}`,
    raw,
    limit: limitOf(raw, max, '0'),
  };
};
