import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { LevelsRule } from './settings.ts';

export const guidance: RuleGuidance<LevelsRule> = { check, raise, examples };
