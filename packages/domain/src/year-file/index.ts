import type { Fault, Warning } from './fault.ts';
import type { Plan } from './plan.schema.ts';

export type { Fault, Warning };
export type * from './plan.schema.ts';
export type * from './year.schema.ts';
export type { FigureValue } from './figure.schema.ts';
export type { Condition, Compare, CompareCount } from './condition.schema.ts';
export { planSchema } from './plan.schema.ts';
export { yearSchema } from './year.schema.ts';

export { parseYear, parseYearText, type ParsedYear } from './parse-year.ts';

/** Checks a plan, also an unfinished one, for the given blocks (beside those it names). `plan` when it has no fault. */
export declare function checkPlan(
  plan: unknown,
  blocks?: readonly string[],
): { faults: Fault[]; warnings: Warning[]; plan?: Plan };
