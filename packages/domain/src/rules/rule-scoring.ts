import type { Int, Ints } from '../numbers/int.ts';

/**
 * Which sort of figure a rule takes: `number` is `value` or `part` with `whole`, `value` only `value`; the others are
 * named like the figure's key.
 */
export type FigureKind = 'number' | 'value' | 'yes' | 'levels' | 'items' | 'faults' | 'points';

/** What a rule needs to know of one unit on one line. All whole numbers of one sort (see `Int`). */
export interface Cell {
  /** The figure as a fraction, `den` above 0; yes is 1/1, no 0/1. */
  num: Int;
  den: Int;
  /** The target, the rule's or the unit's own. */
  targetNum: Int;
  targetDen: Int;
  /** For leader lines: the best figure of the place. */
  bestNum: Int;
  bestDen: Int;
  /** For figures by code: how many, in the order of the rule's codes. */
  counts: Int[];
}

/** Points before rounding, as a fraction in units of the last decimal that the plan prints; `den` above 0. */
export interface Outcome {
  num: Int;
  den: Int;
}

/** The settings of a line that every rule may need. */
export interface LineSettings {
  max: string;
  places: number;
}

/** A level, an item or a fault of a rule: what it gives once (`points`) or takes each time (`each`). */
export interface CodedEntry {
  readonly code: string;
  readonly title: string;
  readonly points?: string;
  readonly each?: string;
}

/**
 * How one kind of rule scores. `compile` runs once for a plan and sort of whole numbers; `points` runs for each unit
 * and must neither allocate nor divide.
 */
export interface RuleScoring<R, C = unknown> {
  readonly sort: FigureKind;
  /** The target that the rule names: a number, `unit` for the unit's own, nothing. */
  target?(rule: R): string | undefined;
  /** Codes of levels, items or faults, in the rule's order. */
  codes?(rule: R): readonly CodedEntry[];
  /** Where units are measured by the best one: its block or its cluster. */
  leads?(rule: R): 'block' | 'cluster';
  /** Whether no figure says that there was nothing to report, and earns points. */
  readonly missingIsNone?: boolean;
  /** Whether a smaller figure is the better one. */
  lowerIsBetter?(rule: R): boolean;
  /** Whether 0 is a target to aim at: "at most 0 accidents". A share of 0 is none. */
  readonly zeroIsTarget?: boolean;
  /** The lowest points the rule can give, as a number of the year file. */
  lowest(rule: R): string;
  compile(rule: R, line: LineSettings, ints: Ints): C;
  /**
   * A bound on every whole number that `points` touches, given the largest numerator or denominator of the figures
   * (or count, or best figure) and of the targets. Where it is above 2^52, the calculation is done with big integers.
   */
  reach(compiled: C, figure: number, target: number): number;
  points(compiled: C, cell: Cell, out: Outcome): void;
}

/** At most `max`, at least `min`, for whole numbers of one sort. */
export const atMost = (value: Int, max: Int): Int => (value > max ? max : value);
export const atLeast = (value: Int, min: Int): Int => (value < min ? min : value);
