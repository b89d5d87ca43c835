import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { LevelsRule } from './settings.ts';

/** Levels (mức đạt được): the points of the one level reached, or of all that were reached, each as often as it was. */
export const levels: RuleParts<LevelsRule> = { scoring, reason };
