import type { Whys } from './why/whys.ts';
import type { LineStatus } from './line-status.ts';

/** The version of this engine, as results name it. */
export const ENGINE = '1';

export interface LineResult {
  line: string;
  status: LineStatus;
  points: string;
  /** With status `adjusted`: the points without the adjustment. */
  computed?: string;
}

export interface GroupResult {
  group: string;
  points: string;
}

export interface UnitResult {
  unit: string;
  block: string;
  cluster: string | null;
  base: string;
  bonus: string;
  penalty: string;
  total: string;
  rank: number | null;
  /** The grade before quotas. */
  scoredGrade: string | null;
  grade: string | null;
  /** Codes of the gates that fired, in plan order. */
  gates: string[];
  /** Codes of the quotas where a committee has still to decide about this unit. */
  undecided: string[];
  /** The first gate that keeps the unit from being graded, or `nothing-assigned`. */
  notGraded: string | null;
  groups: GroupResult[];
  lines: LineResult[];
}

/** The results of a year, as section 8 of the year file's text has them. */
export interface Results {
  format: 'giaouoc-results/1';
  plan: string;
  engine: typeof ENGINE;
  units: UnitResult[];
  /** `sha256:` of the RFC 8785 form of `units`; empty when the digest was not asked for. */
  digest: string;
}

/** Results with, when asked for, the whys beside them. The digest never covers the whys. */
export interface YearResults extends Results {
  whys?: Whys;
}

export interface ScoreOptions {
  /** Give the whys too (default no). */
  explain?: boolean;
  /** Work out the digest (default yes). */
  digest?: boolean;
}
