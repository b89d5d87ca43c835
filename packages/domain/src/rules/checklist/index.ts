import type { RuleParts } from '../rule-parts.ts';
import { reason } from './reason.ts';
import { scoring } from './scoring.ts';
import type { ChecklistRule } from './settings.ts';

/** Checklist (danh mục): the points of the items that were done. */
export const checklist: RuleParts<ChecklistRule> = { scoring, reason };
