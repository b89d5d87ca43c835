import { formatNumber } from '../../words/numbers.ts';
import { compare, minus, rational, times } from '../../numbers/rational.ts';
import { exactDecimal, limitOf, type ReasonOf, type ReasonPart } from '../reason.ts';
import type { DeductRule } from './settings.ts';

/** Outcomes: no-faults, faults. Points of the parts are what was taken off. */
export const reason: ReasonOf<DeductRule> = (rule, { figure, max }) => {
  const counts = figure?.faults ?? {};
  const parts: ReasonPart[] = rule.faults.flatMap(({ code, title, each, max: cap }) => {
    const count = Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
    if (count === 0) return [];
    const lost = times(rational(each), rational(String(count)));
    const capped = cap !== undefined && compare(lost, rational(cap)) > 0;
    return [{ code, title, count, each, points: capped ? cap : exactDecimal(lost), capped }];
  });
  const raw = parts.reduce((left, part) => minus(left, rational(part.points)), rational(max));
  const taken = parts.map(({ count, each, points, capped }) =>
    capped || count === 1 ? formatNumber(points) : `${String(count)} × ${formatNumber(each)}`,
  );
  return {
    outcome: parts.length === 0 ? 'no-faults' : 'faults',
    parts,
    formula: [formatNumber(max), ...taken].join(' - '),
    raw,
    limit: limitOf(raw, max, rule.min ?? '0'),
  };
};
