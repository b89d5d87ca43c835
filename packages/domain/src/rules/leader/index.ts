import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { LeaderRule } from './settings.ts';

/** Leader (so với đơn vị dẫn đầu): half the points at the target, all for the best of the block or cluster. */
export const leader: RuleParts<LeaderRule> = { scoring, reason };
