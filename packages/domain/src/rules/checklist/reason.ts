import { formatNumber } from '../../words/numbers.ts';
import { plus, rational, ZERO } from '../../numbers/rational.ts';
import { limitOf, type ReasonOf, type ReasonPart } from '../reason.ts';
import type { ChecklistRule } from './settings.ts';

/** Outcomes: all, some, none of the items. */
export const reason: ReasonOf<ChecklistRule> = (rule, { figure, max }) => {
  const done = figure?.items ?? [];
  const parts: ReasonPart[] = rule.items
    .filter(({ code }) => done.includes(code))
    .map(({ code, title, points }) => ({ code, title, count: 1, each: points, points, capped: false }));
  const raw = parts.reduce((sum, part) => plus(sum, rational(part.points)), ZERO);
  return {
    outcome: parts.length === 0 ? 'none' : parts.length === rule.items.length ? 'all' : 'some',
    parts,
    formula: parts.length === 0 ? '0' : parts.map((part) => formatNumber(part.points)).join(' + '),
    raw,
    limit: limitOf(raw, max, '0'),
  };
};
