import type { Assessment } from '../figure/assessment.ts';
import type { FigureRecord } from '../figure/record.ts';
import type { StageCode } from '../plan/conduct.schema.ts';

/** Who judges, and what they saw. `unit`: the unit they belong to, for colleagues who cross-score. */
export type Assessor = { readonly stage: StageCode; readonly unit?: string | undefined };

/** The figure that is judged at one stage: whose, what is on record, and what the assessor saw of it. */
export type Case = {
  readonly unit: string;
  /** As it reads at the assessor's stage. */
  readonly record: FigureRecord;
  /** What that stage has said of it and not taken back, oldest first. */
  readonly assessments: readonly Assessment[];
  /** Grows by one whenever the unit sends or withdraws the figure and whenever the stage judges it or takes that back. */
  readonly revision: number;
  /** The revision on the assessor's screen; another one means that someone acted since. */
  readonly seen: number;
};
