import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { BandsRule } from './settings.ts';

/** Bands (thang mức): the points of the band in which the figure, or its percentage of the target, lies. */
export const bands: RuleParts<BandsRule> = { scoring, reason };
