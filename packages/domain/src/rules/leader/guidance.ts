import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { LeaderRule } from './settings.ts';

export const guidance: RuleGuidance<LeaderRule> = { check, raise, examples };
