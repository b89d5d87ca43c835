import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { CountRule } from './settings.ts';

/** Count (đếm): so many points for each, beyond the first few where the rule says so. */
export const count: RuleParts<CountRule> = { scoring, reason };
