import type { FigureValue } from '../schema/figure.schema.ts';

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
  /** Figures and targets of units for which a double would not be exact; `value` and `target` are not read then. */
  readonly exact?: ReadonlyMap<number, ExactCell>;
}

/** A figure and a target that need big integers, as numbers of the year file. */
export interface ExactCell {
  readonly figure: FigureValue;
  readonly target?: string;
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
  /** Totals of last year for which a double would not be exact. */
  readonly exactPrevious?: ReadonlyMap<number, bigint>;
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
  /** With `explain`: the whys as data, to be read unit by unit with lineWhyAt. */
  readonly whys?: ColumnWhys;
}

/** Why each line and group of each unit has its points, in columns; lines and groups in plan order. */
export interface ColumnWhys {
  readonly lines: readonly ScoredColumn[];
  /** Points of the groups after their limits. */
  readonly groups: readonly Float64Array[];
}

/** The points of one line for all units, in units of the plan's last decimal. */
export interface ScoredColumn {
  /** What became of the line: the numbers of work.ts. */
  readonly status: Uint8Array;
  readonly points: Float64Array;
  /** With whys: the points before rounding as a fraction in the same units, for lines whose rule was asked. */
  readonly num: Float64Array | null;
  readonly den: Float64Array | null;
}
