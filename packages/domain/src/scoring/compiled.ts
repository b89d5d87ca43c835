import type { Int, Ints } from '../numbers/int.ts';
import type { Group, Line, Plan, Role } from '../year-file/plan.schema.ts';
import type { Amount } from './amount.ts';
import type { FigureKind, RuleScoring } from '../rules/rule-scoring.ts';
import type { Work } from './work.ts';

/** A condition made ready: true when the unit on the desk meets it. */
export type Test = (work: Work) => boolean;

/** A key of `ranking.by`, with the index of its line or group. */
export type Key =
  | { kind: 'total' | 'base' | 'bonus' | 'penalty' | 'previous' | 'progress' | 'lot' }
  | { kind: 'group' | 'line'; index: number };

/** A line made ready for scoring. */
export interface CompiledLine {
  readonly index: number;
  readonly code: string;
  readonly line: Line;
  /** Index of the group it stands in. */
  readonly group: number;
  /** The role of its top-level group. */
  readonly role: Role;
  readonly scoring: RuleScoring<Line['rule']>;
  readonly sort: FigureKind;
  /** Position of each code of levels, items or faults. */
  readonly codes: ReadonlyMap<string, number>;
  readonly whenNotApplicable: 'refuse' | 'drop' | 'full' | 'zero';
  /** Whether a missing figure is scored as if nothing was found (deduct). */
  readonly missingIsNone: boolean;
  /** Whether the unit's own target is asked for; then `target` is null. */
  readonly ownTarget: boolean;
  readonly target: Amount | null;
  /** For leader lines: which place. */
  readonly leads: 'block' | 'cluster' | null;
  /** The max and the rule's lowest in units of the plan's last decimal, of the plan's sort. */
  readonly max: Int;
  readonly small: unknown;
  readonly big: unknown;
}

export interface CompiledGroup {
  readonly index: number;
  readonly code: string;
  readonly group: Group;
  readonly role: Role;
  /** Index of the group above, −1 at the top. */
  readonly parent: number;
  readonly max: Int | null;
  readonly min: Int | null;
}

export interface CompiledGate {
  readonly code: string;
  readonly test: Test;
  /** Index of the best grade still allowed; 0 when the gate does not say. */
  readonly gradeAtMost: number;
  readonly totalAtMost: Int | null;
  readonly notGraded: boolean;
}

/** What differs between blocks. */
export interface BlockPlan {
  readonly code: string;
  /** 1 for each line that `blocks` assigns to the block. */
  readonly assigned: Uint8Array;
  readonly base: Int;
  readonly total: Int | null;
  /** The least total for each grade; the last has none. */
  readonly from: readonly (Int | null)[];
}

/** A plan made ready for scoring: compiled once, used for all its units and years. Public as an opaque thing. */
export interface CompiledPlan {
  readonly plan: Plan;
  readonly places: number;
  readonly ints: Ints;
  readonly blocks: readonly string[];
  readonly blockPlans: readonly BlockPlan[];
  readonly blockIndex: ReadonlyMap<string, number>;
  readonly lines: readonly CompiledLine[];
  readonly lineIndex: ReadonlyMap<string, number>;
  readonly groups: readonly CompiledGroup[];
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly bonusMax: Int | null;
  readonly penaltyMax: Int | null;
  readonly gates: readonly CompiledGate[];
  readonly requires: readonly (Test | null)[];
  readonly gradeIndex: ReadonlyMap<string, number>;
  readonly keys: readonly Key[];
  /** Lines whose figure (not only its points) a gate or grade looks at. */
  readonly testedLines: readonly number[];
  /** Lines that a gate or grade looks at in any way. */
  readonly lookedAt: readonly number[];
  readonly leaderLines: readonly number[];
}
