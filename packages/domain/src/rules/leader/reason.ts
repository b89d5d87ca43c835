import { formatNumber, formatSpoken } from '../../words/numbers.ts';
import { approximately, compare, minus, over, plus, rational, times, ZERO } from '../../numbers/rational.ts';
import { figureNumber, type ReasonOf, shownNumber } from '../reason.ts';
import type { LeaderRule } from './settings.ts';

/** Outcomes: no-aim (target not above 0), under-zero, below, at, above, leads. */
export const reason: ReasonOf<LeaderRule> = (_rule, { figure, target, max, best }) => {
  const a = figureNumber(figure);
  const value = approximately(a);
  const own = target ?? '0';
  const t = rational(own);
  const ahead = best ?? { value: a, units: [] };
  const leader = { value: approximately(ahead.value), units: [...ahead.units] };
  const seen = { value, target: own, leader, limit: null };
  const half = over(rational(max), rational('2'));
  const halfText = formatNumber(approximately(half));
  const aText = shownNumber(figure, value);
  const tText = formatNumber(own);
  const lText = formatSpoken(leader.value);
  if (compare(t, ZERO) <= 0) return { ...seen, outcome: 'no-aim', formula: '0', raw: ZERO };
  const order = compare(a, t);
  if (order < 0 && compare(a, ZERO) <= 0) return { ...seen, outcome: 'under-zero', formula: '0', raw: ZERO };
  if (order < 0)
    return { ...seen, outcome: 'below', formula: `${halfText} × ${aText} ÷ ${tText}`, raw: over(times(half, a), t) };
  if (order === 0) return { ...seen, outcome: 'at', formula: `${formatNumber(max)} ÷ 2`, raw: half };
  if (compare(a, ahead.value) >= 0)
    return { ...seen, outcome: 'leads', formula: formatNumber(max), raw: rational(max) };
  const share = over(minus(a, t), minus(ahead.value, t));
  return {
    ...seen,
    outcome: 'above',
    formula: `${halfText} + ${halfText} × (${aText} - ${tText}) ÷ (${lText} - ${tText})`,
    raw: plus(half, times(half, share)),
  };
};
