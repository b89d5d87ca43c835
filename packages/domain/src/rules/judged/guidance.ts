import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { JudgedRule } from './settings.ts';

export const guidance: RuleGuidance<JudgedRule> = { check, raise, examples };
