import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { ChecklistRule } from './settings.ts';

export const guidance: RuleGuidance<ChecklistRule> = { check, raise, examples };
