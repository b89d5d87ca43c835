import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { YesNoRule } from './settings.ts';

/** Yes or no (có hay không): all the points or none. */
export const yesNo: RuleParts<YesNoRule> = { scoring, reason };
