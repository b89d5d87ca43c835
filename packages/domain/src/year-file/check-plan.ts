import { isTooDeep } from './depth.ts';
import type { Fault, Warning } from './fault.ts';
import { faultList } from './fault-list.ts';
import { notePlan } from './plan-meaning.ts';
import type { Plan } from './plan.schema.ts';
import { planSchema } from './plan.schema.ts';
import { blocksNamed, viewPlan } from './plan-view.ts';
import { noteIssues } from './structure-faults.ts';
import { noteWarnings } from './warnings.ts';

/**
 * Checks a plan, also an unfinished one, for the given blocks (beside those it names): all faults with their places, and
 * what is allowed but probably not meant. `plan` when it has no fault.
 */
export function checkPlan(
  plan: unknown,
  blocks: readonly string[] = [],
): { faults: Fault[]; warnings: Warning[]; plan?: Plan } {
  const list = faultList();
  if (isTooDeep(plan)) {
    list.note([], 'too-deep');
    return { faults: list.faults(), warnings: [] };
  }
  const parsed = planSchema.safeParse(plan);
  if (!parsed.success) noteIssues(parsed.error.issues, plan, list.note);
  const view = viewPlan(plan);
  const all = new Set([...blocksNamed(view), ...blocks]);
  // Without any block, the points are added up as for a unit of some block that no line names.
  notePlan(view, all.size === 0 ? new Set(['']) : all, list.note);
  const warned = faultList();
  noteWarnings(view, warned.note);
  const faults = list.faults();
  const warnings = warned.faults();
  return faults.length === 0 ? { faults, warnings, plan: plan as Plan } : { faults, warnings };
}
