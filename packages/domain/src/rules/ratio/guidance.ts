import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { RatioRule } from './settings.ts';

export const guidance: RuleGuidance<RatioRule> = { check, raise, examples };
