import type { ExamplesOf } from './examples.ts';
import type { RaiseOf } from './raise.ts';
import type { ReasonOf } from './reason.ts';
import type { RuleCheck } from './rule-check.ts';
import type { RuleScoring } from './rule-scoring.ts';
import type { Rule, RuleKind } from './settings.ts';

/** The rule of one kind. */
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;

/** What every scoring needs of a kind of rule: points, exactly, and why, as data. */
export interface RuleParts<R> {
  readonly scoring: RuleScoring<R>;
  readonly reason: ReasonOf<R>;
}

/** What helps people to write a rule and to earn more by it; no part of the points. */
export interface RuleGuidance<R> {
  /** What the form of the settings cannot say of a plan and of a figure. */
  readonly check: RuleCheck<R>;
  /** Which figures may earn more. */
  readonly raise: RaiseOf<R>;
  /** Figures that show an officer what the rule does. */
  readonly examples: ExamplesOf<R>;
}
