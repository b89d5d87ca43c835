import type { Line } from '../year-file/plan.schema.ts';
import type { FigureValue } from '../year-file/figure.schema.ts';
import type { YearFile } from '../year-file/year.schema.ts';
import type { RuleWhy, Whys, UnitWhy } from '../explain/whys.ts';
import type { LineStatus } from './line-status.ts';
import type { CompiledPlan } from './compiled.ts';
import type { ScoredYear } from './scored-year.ts';

// The public face of the engine. Bodies follow; signatures stay.

export * from './results.ts';

export { compilePlan } from './compile-plan.ts';
export type { CompiledLine, CompiledPlan } from './compiled.ts';
export { digestOf } from './digest.ts';
export { resultsOf, scoreYear } from './results-of.ts';
export type { ScoredYear } from './scored-year.ts';
export { rescore, yearOf, type Change } from './rescore.ts';
export { startScoring } from './start-scoring.ts';

/** The whys of one unit. */
export declare function whyOf(scored: ScoredYear, unit: string): UnitWhy;
export type { UnitWhy, Whys };

/** What is known of one (unit, line), in columns. */
export const CELL_STATE = { missing: 0, given: 1, notApplicable: 2, notAssigned: 3 } as const;

/** One line for all units. Values are whole numbers of 10^-decimals; yes is 1, no 0. */
export interface LineColumn {
  /** One of CELL_STATE for each unit (a line that `blocks` leaves out for a unit's block needs no notAssigned). */
  readonly state: Uint8Array;
  readonly decimals: number;
  /** value, part, judged points, or yes. */
  readonly value?: Float64Array;
  /** 0 where `value` is a plain value, else the whole of part/whole, with the same decimals. */
  readonly whole?: Float64Array;
  /** Units' own targets, whole numbers of 10^-targetDecimals; NaN where there is none. */
  readonly target?: Float64Array;
  readonly targetDecimals?: number;
  /** Counts of levels, items (0 or 1) or faults: one array for each code, in the rule's order. */
  readonly counts?: readonly Int32Array[];
}

/** Many units of one plan in columns; they may belong to many federations. */
export interface Columns {
  readonly size: number;
  /** Index into CompiledPlan.blocks. */
  readonly block: Uint16Array;
  /** Units with the same number are of the same federation / block of a federation / cluster. */
  readonly federationPlace: Int32Array;
  readonly blockPlace: Int32Array;
  readonly clusterPlace: Int32Array;
  /** In plan order, one for each line of the compiled plan. */
  readonly lines: readonly LineColumn[];
  /** Whole numbers of millionths; NaN where there is none. */
  readonly previousTotal?: Float64Array;
  /** NaN where there is none. */
  readonly lot?: Float64Array;
  /** Whole months; NaN where unknown. */
  readonly activeMonths?: Float64Array;
}

/** Totals in units of the plan's last decimal; ranks from 1 (0: not ranked); grades as index (-1: not graded). */
export interface Totals {
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly penalty: Float64Array;
  readonly total: Float64Array;
  readonly rank: Int32Array;
  readonly scoredGrade: Int16Array;
  readonly grade: Int16Array;
}

/** Totals, ranks and grades (quotas too; ties left to decide stay) of many units, without results objects or whys. */
export declare function scoreTotals(compiled: CompiledPlan, columns: Columns): Totals;

/** The columns of a year file (adjustments are not part of columns: throws when the year has some). */
export declare function columnsOf(compiled: CompiledPlan, year: YearFile): Columns;

/** What is known of one unit on one line. */
export interface LineInput {
  figure?: FigureValue;
  /** The unit's own target, where the rule asks for it. */
  target?: string;
  assigned?: boolean;
  adjustment?: { points: string; reason: string };
  /** For leader lines: the best figure of the other units of the place, as last published. */
  best?: Pick<FigureValue, 'value' | 'part' | 'whole'>;
}

export interface LineScore {
  /** `null`: the line is not assigned to the unit. */
  status: LineStatus | null;
  points: string;
  computed?: string;
  rule: RuleWhy | null;
}

/** The points of one line for one unit, alone: for live points while typing. `places` is the plan's (default 2). */
export declare function scoreLine(line: Line, input: LineInput, places?: number): LineScore;
