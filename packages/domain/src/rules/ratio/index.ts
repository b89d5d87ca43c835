import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { RatioRule } from './settings.ts';

/** Ratio (tỷ lệ): the figure against a target; all the points at the target, and a share of them, or none, below it. */
export const ratio: RuleParts<RatioRule> = { scoring, reason };
