import type { YesNoRule } from './settings.ts';
import type { RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<YesNoRule> = {};
