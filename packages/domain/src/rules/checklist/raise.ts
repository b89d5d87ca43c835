import { millionths } from '../../numbers/decimal.ts';
import type { RaiseOf } from '../raise.ts';
import type { ChecklistRule } from './settings.ts';

export const raise: RaiseOf<ChecklistRule> = (rule, { now, max }) => {
  const done = [...(now?.items ?? [])];
  const open = rule.items
    .filter(({ code }) => !done.includes(code))
    .sort((a, b) => Number(millionths(b.points) - millionths(a.points)));
  let earned = rule.items.reduce((sum, item) => (done.includes(item.code) ? sum + millionths(item.points) : sum), 0n);
  const steps = [];
  for (const { code, points } of open) {
    if (earned >= millionths(max)) break;
    done.push(code);
    earned += millionths(points);
    steps.push({ items: [...done] });
  }
  return steps;
};
