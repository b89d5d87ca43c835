import type { CountRule } from './settings.ts';
import { above, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<CountRule> = {
  figure(_rule, figure, _line, note) {
    if (above('0', figure['value'])) note(['value'], 'negative');
  },
};
