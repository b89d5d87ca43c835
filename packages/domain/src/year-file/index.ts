export type { Fault, Warning } from './fault.ts';
export type * from './plan.schema.ts';
export type * from './year.schema.ts';
export type { FigureValue } from '../schema/figure.schema.ts';
export type { Condition, Compare, CompareCount } from './condition.schema.ts';
export { lineKinds, planSchema } from './plan.schema.ts';

export { checkPlan } from './check-plan.ts';
