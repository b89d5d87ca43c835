import type { Change } from '../scoring/index.ts';
import type { YearResults } from '../scoring/results.ts';
import type { FigureValue } from '../year-file/figure.schema.ts';
import type { YearFile } from '../year-file/year.schema.ts';

/** A figure that would earn more on one line, and exactly what it would do to the unit. */
export interface Suggestion {
  line: string;
  title: string;
  /** The figure now; `null` when missing. */
  now: FigureValue | null;
  figure: FigureValue;
  /** Points of the line, now and then. */
  from: string;
  to: string;
  /** What the unit's total gains (group caps and rescaling included); may be "0.00". */
  gain: string;
  total: string;
  grade: string | null;
  rank: number | null;
  change: Change;
}

/** Several changes together. */
export interface Way {
  steps: Suggestion[];
  total: string;
  grade: string | null;
  rank: number | null;
}

export interface Help {
  unit: string;
  /** For each line with points still to gain: the least figure that gains them all. Largest gain first. */
  lines: Suggestion[];
  /** The next better grade and the cheapest ways there; `null` at the best grade or when not graded. */
  nextGrade: { grade: string; short: string; ways: Way[] } | null;
  /** The unit ranked just above and the cheapest ways past it; `null` for the first. */
  unitAbove: { unit: string; short: string; ways: Way[] } | null;
}

/** What would raise a unit, using the figures of the others as they are. Each promise is worked out by re-scoring. */
export declare function whatWouldHelp(year: YearFile, results: YearResults, unit: string): Help;

export interface NearThreshold {
  unit: string;
  kind: 'grade' | 'quota';
  /** The grade's or quota's code. */
  code: string;
  side: 'below' | 'above';
  /** How far from the border, in points of the total. */
  distance: string;
  /** Single lines that would flip it: for below, gaining; for above, losing all points of the line. */
  flips: { line: string; change: Change }[];
}

/** Who sits within `margin` points of a grade's or a quota's border. */
export declare function nearThresholds(year: YearFile, results: YearResults, margin: string): NearThreshold[];

export interface LineChange {
  line: string;
  before: string | null;
  after: string | null;
  reasons: ('figure' | 'target' | 'adjustment' | 'rule' | 'leader' | 'status')[];
}

export interface UnitComparison {
  unit: string;
  change: 'added' | 'removed' | 'changed';
  before: { total: string; rank: number | null; grade: string | null } | null;
  after: { total: string; rank: number | null; grade: string | null } | null;
  /** Lines whose points or status changed, and why. */
  lines: LineChange[];
}

/** What changed from year `a` to year `b`, per unit and why; units without a change are left out. */
export declare function compareYears(a: YearFile, b: YearFile): UnitComparison[];
