/** The year file as scoring.md §2 writes it, in the evaluator's own words: it borrows no type from the engine. */
export interface SlowYear {
  format: string;
  plan: SlowPlan;
  units: SlowUnit[];
  targets?: SlowTarget[];
  figures: SlowFigure[];
  adjustments?: { unit: string; line: string; points: string; reason: string }[];
  lots?: Record<string, number>;
  decisions?: { quota: string; keep: string[]; reason: string }[];
}

export type ByBlock = string | Record<string, string>;
export type Role = 'base' | 'bonus' | 'penalty' | 'fact';
export type Within = 'block' | 'cluster' | 'federation';

export interface SlowPlan {
  code: string;
  title: string;
  from: string;
  to: string;
  places?: number;
  scale: { base: ByBlock; bonusMax?: string; penaltyMax?: string; total?: ByBlock };
  groups: SlowGroup[];
  gates?: SlowGate[];
  grades: SlowGrade[];
  quotas?: SlowQuota[];
  ranking: { within: Within; by: string[]; tie: string };
}

export interface SlowGroup {
  code: string;
  title: string;
  role?: Role;
  max?: string;
  min?: string;
  groups?: SlowGroup[];
  lines?: SlowLine[];
}

export interface SlowLine {
  code: string;
  title: string;
  kind: 'target' | 'task';
  max: string;
  unit?: string;
  blocks?: string[];
  whenNotApplicable?: 'refuse' | 'drop' | 'full' | 'zero';
  rule: SlowRule;
}

export type SlowRule =
  | {
      kind: 'ratio';
      target: string;
      better: 'higher' | 'lower';
      below: 'proportional' | 'nothing';
      floor?: string;
      strict?: boolean;
    }
  | {
      kind: 'bands';
      of: 'value' | 'target';
      target?: string;
      bands: { from?: string; upTo?: string; points: string }[];
    }
  | { kind: 'yesNo' }
  | { kind: 'levels'; levels: { code: string; title: string; points: string }[]; pick: 'one' | 'many'; min?: string }
  | { kind: 'checklist'; items: { code: string; title: string; points: string }[] }
  | { kind: 'count'; each: string; after?: string }
  | { kind: 'deduct'; faults: { code: string; title: string; each: string; max?: string }[]; min?: string }
  | { kind: 'judged'; step?: string }
  | { kind: 'leader'; target: string; within: 'block' | 'cluster' };

export interface SlowUnit {
  code: string;
  name: string;
  block: string;
  cluster?: string;
  activeSince?: string;
  previousTotal?: string;
}

export interface SlowTarget {
  unit: string;
  line: string;
  target?: string;
  assigned?: boolean;
}

export interface SlowFigure {
  unit: string;
  line: string;
  value?: string;
  part?: string;
  whole?: string;
  yes?: boolean;
  levels?: Record<string, number>;
  items?: string[];
  faults?: Record<string, number>;
  points?: string;
  notApplicable?: true;
}

export type SlowComparison<T> = { lt?: T; le?: T; eq?: T; ge?: T; gt?: T };

export interface SlowCondition {
  line?: string;
  group?: string;
  points?: SlowComparison<string>;
  value?: SlowComparison<string>;
  yes?: boolean;
  missing?: boolean;
  anyLine?: { group: string; points: SlowComparison<string> };
  total?: SlowComparison<string>;
  activeMonths?: SlowComparison<number>;
  all?: SlowCondition[];
  any?: SlowCondition[];
  not?: SlowCondition;
}

export interface SlowGate {
  code: string;
  title: string;
  when: SlowCondition;
  effect: { gradeAtMost?: string; totalAtMost?: string; notGraded?: boolean };
  basis?: string;
}

export interface SlowGrade {
  code: string;
  title: string;
  from?: ByBlock;
  requires?: SlowCondition;
}

export interface SlowQuota {
  code: string;
  grade: string;
  share: string;
  of: string;
  within: Within;
  rounding: 'floor' | 'half-up' | 'ceil';
  ties: 'keep' | 'drop' | 'decide';
}

/** What is printed (scoring.md §8). */
export interface SlowResults {
  format: 'giaouoc-results/1';
  plan: string;
  engine: '1';
  units: SlowUnitResult[];
  digest: string;
}

export interface SlowUnitResult {
  unit: string;
  block: string;
  cluster: string | null;
  base: string;
  bonus: string;
  penalty: string;
  total: string;
  rank: number | null;
  scoredGrade: string | null;
  grade: string | null;
  gates: string[];
  undecided: string[];
  notGraded: string | null;
  groups: { group: string; points: string }[];
  lines: { line: string; status: LineStatus; points: string; computed?: string }[];
}

export type LineStatus = 'scored' | 'missing' | 'no-target' | 'dropped' | 'full' | 'zero' | 'adjusted';
