import { decimalsOf } from '../../numbers/decimal.ts';
import { over, plus, rational } from '../../numbers/rational.ts';
import { onGrid, type RaiseOf } from '../raise.ts';
import type { CountRule } from './settings.ts';

export const raise: RaiseOf<CountRule> = (rule, { now, max }) => {
  const full = plus(rational(rule.after ?? '0'), over(rational(max), rational(rule.each)));
  return [{ value: onGrid(full, now?.value === undefined ? 0 : decimalsOf(now.value), 'up') }];
};
