import { decimalsOf } from '../../numbers/decimal.ts';
import { compare, rational } from '../../numbers/rational.ts';
import { figureAt, present, type RaiseOf } from '../raise.ts';
import type { LeaderRule } from './settings.ts';

export const raise: RaiseOf<LeaderRule> = (_rule, { now, target, best }) => {
  if (target === null) return [];
  const aim = rational(target);
  // One step beyond the target where nobody else is beyond it.
  const ahead =
    best !== null && compare(best, aim) > 0 ? figureAt(best, now, 'up', false, 6) : figureAt(aim, now, 'up', true, 0);
  return present([figureAt(aim, now, 'up', false, decimalsOf(target)), ahead]);
};
