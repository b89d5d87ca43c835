import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { DeductRule } from './settings.ts';

/** Deduct (trừ điểm): all the points, less so many for each fault found. No figure means that no fault was found. */
export const deduct: RuleParts<DeductRule> = { scoring, reason };
