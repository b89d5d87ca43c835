import type { RuleGuidance } from '../rule-parts.ts';
import { check } from './check.ts';
import { examples } from './examples.ts';
import { raise } from './raise.ts';
import type { DeductRule } from './settings.ts';

export const guidance: RuleGuidance<DeductRule> = { check, raise, examples };
