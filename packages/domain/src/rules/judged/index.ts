import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { JudgedRule } from './settings.ts';

/** Judged (chấm điểm): a person gives the points. */
export const judged: RuleParts<JudgedRule> = { scoring, reason };
