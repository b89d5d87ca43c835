import type { Int } from '../numbers/int.ts';
import type { Cell } from '../rules/rule-scoring.ts';

/** What became of a line, as a number; the index of STATUS_NAMES. */
export const ABSENT = 0;
export const SCORED = 1;
export const MISSING = 2;
export const NO_TARGET = 3;
export const DROPPED = 4;
export const FULL = 5;
export const ZERO = 6;
export const ADJUSTED = 7;

/** What is known of one (unit, line) before scoring. */
export interface WorkCell extends Cell {
  /** A figure is there, and it is not `notApplicable`. */
  given: boolean;
  notApplicable: boolean;
  /** The line exists for this unit. */
  assigned: boolean;
  hasTarget: boolean;
  /** The largest of numerators, denominators and counts, for `reach`. */
  size: number;
  targetSize: number;
  /** The same in big integers, where small ones do not hold the figure itself. */
  exact: Cell | null;
  /** A person's points, in units of the plan's last decimal, of the plan's sort. */
  adjusted: Int | null;
}

/**
 * The desk on which one unit is scored: filled from a year file or from columns, worked on, read off, used again for
 * the next unit. So nothing is allocated for each unit, and both ways share one calculation.
 */
export interface Work {
  readonly cells: WorkCell[];
  activeMonths: number | null;
  /** In millionths. */
  previousTotal: number | bigint | null;
  lot: number | null;
  // Results, in units of the plan's last decimal.
  readonly status: Uint8Array;
  readonly points: Int[];
  readonly computed: Int[];
  readonly groups: Int[];
  readonly fired: number[];
  base: Int;
  earned: Int;
  /** What was possible without the lines left out; null when none was. */
  possible: Int | null;
  bonus: Int;
  penalty: Int;
  bonusSum: Int;
  penaltySum: Int;
  /** Before `totalAtMost`. */
  beforeGates: Int;
  total: Int;
  /** Index of the grade before quotas, −1 when not graded. */
  grade: number;
  /** Index of the gate, −1 for nothing-assigned, null when graded. */
  notGraded: number | null;
}
