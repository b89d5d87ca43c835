import type { FigureValue } from '../figure/figure.ts';
import type { Instant } from '../period/local-time.ts';
import type { StageCode } from '../plan/conduct.schema.ts';
import type { FigureRecord } from '../report/report.ts';

/** One judgement of one figure at one stage. Never changed (R6): taking it back marks it, the next is a new one. */
export type Assessment = {
  readonly line: string;
  readonly period: string;
  readonly stage: StageCode;
  readonly decision: 'accepted' | 'adjusted' | 'returned';
  /** The figure put in place of the unit's. */
  readonly figure?: FigureValue | undefined;
  /** The points put in place of the rule's. */
  readonly points?: string | undefined;
  readonly reason?: string | undefined;
  /** Until when a returned figure is to be answered. */
  readonly due?: Instant | undefined;
  readonly at: Instant;
  /** Entered by the federation itself, not in answer to a unit. */
  readonly entered?: boolean | undefined;
  readonly undone?: boolean | undefined;
};

/** Who judges, and what they saw. `unit`: the unit they belong to, for colleagues who cross-score. */
export type Assessor = { readonly stage: StageCode; readonly unit?: string | undefined };

/** The figure that is judged: whose, what is on record, and the revision the assessor saw. */
export type Case = {
  readonly unit: string;
  readonly record: FigureRecord;
  /** The revision on the assessor's screen; another one means that someone acted since. */
  readonly seen: number;
};

/** What follows from a judgement. */
export type Judged = { readonly figure: FigureRecord; readonly assessment: Assessment };

/** The judgement in force: the last one not taken back. */
export function inForce(assessments: readonly Assessment[]): Assessment | undefined {
  return assessments
    .filter(({ undone }) => undone !== true)
    .reduce<Assessment | undefined>(
      (last, next) => (last === undefined || next.at >= last.at ? next : last),
      undefined,
    );
}
