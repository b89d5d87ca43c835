import type { FigureValue } from '../figure/figure.ts';
import type { Instant } from '../period/local-time.ts';
import type { StageCode } from '../plan/conduct.schema.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { FigureStatus } from '../report/figure-status.ts';
import type { Decision, Unit } from '../year-file/index.ts';

/** What became of a figure of a unit, line and period: the part of its record that scoring needs. */
export type YearFigureRecord = {
  readonly unit: string;
  readonly line: string;
  readonly period: string;
  readonly status: FigureStatus;
  readonly submitted?: FigureValue | undefined;
  readonly settled?: FigureValue | undefined;
};

/** A unit's own number for a line, or that the line is not its to fulfil. */
export type YearTarget = {
  readonly unit: string;
  readonly line: string;
  readonly target?: string | undefined;
  readonly assigned?: boolean | undefined;
};

/** A judgement in force: not taken back. */
export type YearJudgement = {
  readonly unit: string;
  readonly line: string;
  readonly period: string;
  readonly stage: StageCode;
  readonly decision: 'accepted' | 'adjusted' | 'returned';
  readonly figure?: FigureValue | undefined;
  readonly points?: string | undefined;
  readonly reason?: string | undefined;
  readonly at: Instant;
};

/** All that a running year is scored from. `units`: those that take part, without the ones left out of the year. */
export type YearInput = {
  readonly document: PlanDocument;
  readonly units: readonly Unit[];
  readonly targets: readonly YearTarget[];
  readonly figures: readonly YearFigureRecord[];
  readonly judgements: readonly YearJudgement[];
  readonly lots?: Readonly<Record<string, number>>;
  readonly decisions?: readonly Decision[];
};

/**
 * `reported`: what units sent, and what the federation entered. `verified`: what counts by the plan, the year file that
 * is exported and ranked. `best`: judged figures where there are some, else what was sent: what shows as points so far.
 */
export type YearView = 'reported' | 'verified' | 'best';
