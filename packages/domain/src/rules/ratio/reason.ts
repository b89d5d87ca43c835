import { formatNumber } from '../../words/numbers.ts';
import { approximately, compare, over, rational, times, ZERO } from '../../numbers/rational.ts';
import { figureNumber, type ReasonOf, shownNumber } from '../reason.ts';
import type { RatioRule } from './settings.ts';

/**
 * Outcomes: reached; for higher `short`, `not-above` (equal and strict), for lower `over`, `not-below`: nothing;
 * proportional, proportional-over; under-floor, under-floor-over; under-zero (no share can be taken).
 */
export const reason: ReasonOf<RatioRule> = (rule, { figure, target, max }) => {
  const a = figureNumber(figure);
  const own = target ?? '0';
  const t = rational(own);
  const higher = rule.better === 'higher';
  const strict = rule.strict === true;
  const order = higher ? compare(a, t) : compare(t, a);
  const value = approximately(a);
  const seen = { value, target: own, limit: null };
  const shown = shownNumber(figure, value);
  const against = formatNumber(own);
  if (order > 0 || (order === 0 && !strict)) {
    const sign = higher ? (strict ? '>' : '≥') : strict ? '<' : '≤';
    return { ...seen, outcome: 'reached', formula: `${shown} ${sign} ${against}`, raw: rational(max) };
  }
  const nothing = { ...seen, formula: `${shown} ${order === 0 ? '=' : higher ? '<' : '>'} ${against}`, raw: ZERO };
  if (rule.below === 'nothing')
    return { ...nothing, outcome: order === 0 ? (higher ? 'not-above' : 'not-below') : higher ? 'short' : 'over' };
  if (higher ? compare(a, ZERO) < 0 : compare(t, ZERO) <= 0) return { ...nothing, outcome: 'under-zero' };
  const share = higher ? over(a, t) : over(t, a);
  const quotient = higher ? `${shown} ÷ ${against}` : `${against} ÷ ${shown}`;
  const side = higher ? '' : '-over';
  if (rule.floor !== undefined && compare(share, rational(rule.floor)) < 0)
    return {
      ...nothing,
      outcome: `under-floor${side}`,
      border: rule.floor,
      formula: `${quotient} < ${formatNumber(rule.floor)}`,
    };
  return {
    ...seen,
    outcome: `proportional${side}`,
    formula: `${formatNumber(max)} × ${quotient}`,
    raw: times(rational(max), share),
  };
};
