import type { Plan } from '../../year-file/index.ts';
import type { PlanDocument } from '../document.ts';
import { withScoring } from './tree.ts';

/** What of the plan stands above its groups and lines. */
export type PlanSettings = Omit<Plan, 'groups'>;

/** Changes the plan's own settings: title, days, scale, gates, grades, quotas, ranking. */
export function setSettings(document: PlanDocument, patch: Partial<PlanSettings>): PlanDocument {
  return withScoring(document, { ...document.scoring, ...patch });
}
