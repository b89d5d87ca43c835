import type { RatioRule } from './settings.ts';
import type { RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<RatioRule> = {
  settings(rule, _line, note) {
    if (rule['floor'] !== undefined && rule['below'] === 'nothing') note([], 'floor-needs-proportional');
    if (rule['strict'] !== undefined && rule['below'] === 'proportional') note([], 'strict-needs-nothing');
  },
};
