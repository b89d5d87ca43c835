import { formatNumber } from '../../words/numbers.ts';
import { plus, rational, times, ZERO } from '../../numbers/rational.ts';
import { exactDecimal, limitOf, type ReasonOf, type ReasonPart } from '../reason.ts';
import type { LevelsRule } from './settings.ts';

/** Outcomes: level (one was to be picked), levels, none. */
export const reason: ReasonOf<LevelsRule> = (rule, { figure, max }) => {
  const counts = figure?.levels ?? {};
  const parts: ReasonPart[] = rule.levels.flatMap(({ code, title, points }) => {
    const count = Object.hasOwn(counts, code) ? (counts[code] ?? 0) : 0;
    if (count === 0) return [];
    const came = exactDecimal(times(rational(points), rational(String(count))));
    return [{ code, title, count, each: points, points: came, capped: false }];
  });
  const raw = parts.reduce((sum, part) => plus(sum, rational(part.points)), ZERO);
  const formula = parts
    .map(({ count, each }) => {
      const one = formatNumber(each);
      return count === 1 ? one : `${String(count)} × ${each.startsWith('-') ? `(${one})` : one}`;
    })
    .join(' + ');
  return {
    outcome: parts.length === 0 ? 'none' : rule.pick === 'one' ? 'level' : 'levels',
    parts,
    formula: formula === '' ? '0' : formula.replaceAll('+ -', '- '),
    raw,
    limit: limitOf(raw, max, rule.min ?? '0'),
  };
};
