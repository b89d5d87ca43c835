import type { Fault, Warning } from './fault.ts';
import type { Plan } from './plan.schema.ts';
import type { YearFile } from './year.schema.ts';

export type { Fault, Warning };
export type * from './plan.schema.ts';
export type * from './year.schema.ts';
export type { FigureValue } from './figure.schema.ts';
export type { Condition, Compare, CompareCount } from './condition.schema.ts';
export { planSchema } from './plan.schema.ts';
export { yearSchema } from './year.schema.ts';

export type ParsedYear = { ok: true; year: YearFile } | { ok: false; faults: Fault[] };

/** Checks a parsed JSON document: the year, or all faults. */
export declare function parseYear(json: unknown): ParsedYear;

/** The same from text; never throws, however broken, huge or deep the text is. */
export declare function parseYearText(text: string): ParsedYear;

/** Checks a plan, also an unfinished one, for the given blocks (beside those it names). `plan` when it has no fault. */
export declare function checkPlan(
  plan: unknown,
  blocks?: readonly string[],
): { faults: Fault[]; warnings: Warning[]; plan?: Plan };
