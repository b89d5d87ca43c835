import type { Adjustment, Decision, Figure, Target, Unit, YearFile } from '../year-file/year.schema.ts';
import type { Int } from '../numbers/int.ts';
import type { CompiledPlan } from './compiled.ts';
import type { Amount } from './amount.ts';
import type { QuotaOutcome } from './quota.ts';
import type { KeyValue } from './ranking-keys.ts';

/** What the file says of one unit, by line index. */
export interface UnitEntries {
  readonly figures: readonly (Figure | undefined)[];
  readonly targets: readonly (Target | undefined)[];
  readonly adjustments: readonly (Adjustment | undefined)[];
}

/** What the plan alone and the unit's own entries (and the leaders) give one unit. */
export interface UnitScore {
  readonly status: Uint8Array;
  readonly points: readonly Int[];
  readonly computed: readonly Int[];
  readonly groups: readonly Int[];
  readonly base: Int;
  readonly earned: Int;
  readonly possible: Int | null;
  readonly bonus: Int;
  readonly penalty: Int;
  readonly bonusSum: Int;
  readonly penaltySum: Int;
  readonly beforeGates: Int;
  readonly total: Int;
  readonly fired: readonly number[];
  readonly scoredGrade: number;
  readonly notGraded: number | null;
  readonly keys: readonly KeyValue[];
}

/** Which units are together, and who they are: index of the place for each unit, and the units of each place. */
export interface Places {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

export type Within = 'federation' | 'block' | 'cluster';

/**
 * A year that was scored and can be scored on, change by change. Never modified: each change gives a new one that
 * shares what did not change. To be read through resultsOf, whyOf and yearOf.
 */
export interface ScoredYear {
  readonly plan: CompiledPlan;
  /** The file it began with; entries that changed since are in `entries`. */
  readonly file: YearFile;
  /** By code point of their code. */
  readonly units: readonly Unit[];
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly lots: ReadonlyMap<string, number>;
  readonly places: Readonly<Record<Within, Places>>;
  readonly entries: readonly UnitEntries[];
  /** For each line of plan.leaderLines, the best figure of each place. */
  readonly bests: readonly (readonly (Amount | null)[])[];
  readonly scores: readonly UnitScore[];
  /** From 1; 0 for units that are not graded. */
  readonly ranks: Int32Array;
  /** Grades after quotas, as index; −1 for units that are not graded. */
  readonly grades: Int16Array;
  readonly outcomes: readonly QuotaOutcome[];
  readonly decisions: readonly Decision[];
}
