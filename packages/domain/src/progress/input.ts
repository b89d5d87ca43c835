import type { Assessment } from '../figure/assessment.ts';
import type { UnitFigure } from '../figure/record.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Decision, Unit } from '../year-file/index.ts';

/** What a unit did about a line in a period: the part of its side that scoring needs. */
export type YearFigure = Pick<UnitFigure, 'line' | 'period' | 'state' | 'submitted' | 'sending'> & {
  readonly unit: string;
};

/** A unit's own number for a line, or that the line is not its to fulfil. */
export type YearTarget = {
  readonly unit: string;
  readonly line: string;
  readonly target?: string | undefined;
  readonly assigned?: boolean | undefined;
};

/** An assessment that was not taken back. */
export type YearAssessment = Assessment & { readonly unit: string };

/** All that a running year is scored from. `units`: those that take part, without the ones left out of the year. */
export type YearInput = {
  readonly document: PlanDocument;
  readonly units: readonly Unit[];
  readonly targets: readonly YearTarget[];
  readonly figures: readonly YearFigure[];
  /** Oldest first. */
  readonly assessments: readonly YearAssessment[];
  readonly lots?: Readonly<Record<string, number>>;
  readonly decisions?: readonly Decision[];
};

/**
 * `reported`: what units sent, and what the federation entered. `verified`: what counts by the plan, the year file that
 * is exported and ranked. `best`: judged figures where there are some, else what was sent: what shows as points so far.
 */
export type YearView = 'reported' | 'verified' | 'best';
