import type { ReasonPart } from './reason.ts';

/** An exact number that may have no finite decimals: whole numbers as text, `den` above 0. */
export interface Fraction {
  num: string;
  den: string;
}

/** How a rule came to its points. Numbers are written as in the year file. */
export interface RuleWhy {
  kind: string;
  /** What happened; each rule has its own words (see the rule's file). */
  outcome: string;
  /** What was compared: the figure as one number, where the rule has one; a percentage may be rounded to 6 decimals. */
  value?: string;
  target?: string;
  /** The border that decided: of a band, the floor, the step. */
  border?: string;
  /** The parts that were added up: levels, items, faults, with how many and what each came to. */
  parts?: ReasonPart[];
  /** For leader lines: the best figure of the place and the units that have it. */
  leader?: { value: string; units: string[] };
  /** The sum with its numbers, as Vietnamese write it: `4 × 94,9 ÷ 95`. */
  formula: string;
  /** The points before the limits and before rounding. */
  raw: Fraction;
  /** The limit that bit: at most the line's max, at least its min. */
  limit: 'max' | 'min' | null;
  /** The points after the limits, before rounding. */
  before: Fraction;
  /** The points after rounding. */
  rounded: string;
}
