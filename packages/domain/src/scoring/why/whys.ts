import type { Fraction, RuleWhy } from '../../rules/rule-why.ts';
import type { LineStatus } from '../line-status.ts';
import type { FigureValue } from '../../schema/figure.schema.ts';

export type { Fraction, RuleWhy };

export interface LineWhy {
  unit: string;
  line: string;
  title: string;
  group: string;
  /** What the figure is counted in, as the line says: `%`. */
  measure?: string;
  max: string;
  status: LineStatus;
  points: string;
  figure: FigureValue | null;
  /** `null` where no rule was asked: missing, not applicable. */
  rule: RuleWhy | null;
  computed?: string;
  adjustment?: { points: string; reason: string };
}

export interface GroupWhy {
  group: string;
  title: string;
  /** The sum before the group's own limits. */
  sum: string;
  limit: 'max' | 'min' | null;
  points: string;
}

export interface TotalWhy {
  /** The base before rescaling. */
  earned: string;
  /** Where lines were left out: base = round(earned · scale / possible). */
  rescale: { possible: string; scale: string; lines: string[] } | null;
  base: string;
  bonus: { sum: string; points: string; limit: 'max' | 'min' | null };
  penalty: { sum: string; points: string; limit: 'max' | 'min' | null };
  sum: string;
  limit: 'max' | 'min' | null;
  /** The total before the gates. */
  beforeGates: string;
  /** The gate whose `totalAtMost` decided. */
  cappedBy: string | null;
  total: string;
}

/** Why not a better grade: the first thing in the way of each grade better than the one given. */
export interface GradeStep {
  grade: string;
  from: string | null;
  passed: boolean;
  /** What stopped it: points short of `from`, the grade's condition, or a gate. */
  stoppedBy: { kind: 'from'; short: string } | { kind: 'requires' } | { kind: 'gate'; gate: string } | null;
}

export interface GradeWhy {
  grade: string | null;
  notGraded: string | null;
  total: string;
  steps: GradeStep[];
}

export interface RankWhy {
  rank: number | null;
  /** How many units are ranked in this place. */
  of: number;
  /** Who shares the rank. */
  sharedWith: string[];
  /** The unit just above and the key that separated it; `null` for the first. */
  above: RankNeighbour | null;
  below: RankNeighbour | null;
}

export interface RankNeighbour {
  unit: string;
  /** The key of `ranking.by` that decided. */
  key: string;
  own: string | null;
  other: string | null;
}

export interface QuotaWhy {
  quota: string;
  grade: string;
  pool: number;
  room: number;
  /** The unit's position among the candidates, from 1; equal ones have the same. */
  position: number;
  candidates: number;
  outcome: 'kept' | 'cut' | 'tie-kept' | 'tie-dropped' | 'decided-kept' | 'decided-cut' | 'undecided';
  reason?: string;
}

export interface UnitWhy {
  unit: string;
  lines: LineWhy[];
  groups: GroupWhy[];
  total: TotalWhy;
  grade: GradeWhy;
  rank: RankWhy;
  quotas: QuotaWhy[];
}

/** The whys of a year, units in the order of the results. */
export interface Whys {
  units: UnitWhy[];
}
