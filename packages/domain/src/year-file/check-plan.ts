import { compareDecimals, isDecimal } from '../numbers/decimal.ts';
import { isTooDeep } from './depth.ts';
import type { Fault, Warning } from './fault.ts';
import { faultList } from './fault-list.ts';
import { notePlan } from './plan-meaning.ts';
import type { Plan } from './plan.schema.ts';
import { planSchema } from './plan.schema.ts';
import { blocksNamed, viewPlan, type PlanView } from './plan-view.ts';
import { noteIssues } from './structure-faults.ts';

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
  notePlan(view, new Set([...blocksNamed(view), ...blocks]), list.note);
  const faults = list.faults();
  const warnings = warningsOf(view);
  return faults.length === 0 ? { faults, warnings, plan: plan as Plan } : { faults, warnings };
}

/** Lines without a name, and base lines that can earn nothing. */
function warningsOf(view: PlanView): Warning[] {
  return view.lines.flatMap((line): Warning[] => {
    const pointer = `/${line.path.join('/')}`;
    const params = { line: line.code ?? '' };
    const found: Warning[] = [];
    if (typeof line.raw['title'] === 'string' && line.raw['title'].trim() === '')
      found.push({
        pointer: `${pointer}/title`,
        code: 'title-empty',
        params,
        message: `Tiêu chí ${params.line} chưa có tên.`,
      });
    if (line.role === 'base' && isDecimal(line.max) && compareDecimals(line.max, '0') === 0)
      found.push({
        pointer: `${pointer}/max`,
        code: 'no-points',
        params,
        message: `Tiêu chí ${params.line} có 0 điểm: làm hay không cũng như nhau.`,
      });
    return found;
  });
}
