import { approximately, over, rational, times } from '../../numbers/rational.ts';
import { onGrid, type RaiseOf } from '../raise.ts';
import type { JudgedRule } from './settings.ts';

export const raise: RaiseOf<JudgedRule> = (rule, { max }) => {
  if (rule.step === undefined) return [{ points: max }];
  const steps = rational(onGrid(over(rational(max), rational(rule.step)), 0, 'down'));
  return [{ points: approximately(times(steps, rational(rule.step))) }];
};
