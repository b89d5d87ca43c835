import { compareDecimals } from '../../numbers/decimal.ts';
import type { LeaderRule } from './settings.ts';
import type { RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<LeaderRule> = {
  most: (rule) => (rule.target !== 'unit' && compareDecimals(rule.target, '0') <= 0 ? 0n : null),
};
