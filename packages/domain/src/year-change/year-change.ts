import type { Assessment } from '../figure/assessment.ts';
import type { UnitFigure } from '../figure/record.ts';

/** The part of the unit's side that a change sets; evidence and revision follow from storing it. */
export type FigureSide = Pick<UnitFigure, 'line' | 'period' | 'state' | 'value' | 'submitted' | 'sending'>;

/** The unit's side of a figure becomes this. */
export type FigureChange = { readonly kind: 'figure'; readonly unit: string; readonly side: FigureSide };

/**
 * One intended change of a year, as a rule decides it. A deed (saving, sending, judging, taking back, entering, taking a line from a unit) gives a
 * list of these and nothing else; `applyChanges` shows the year as it then stands, and one place stores them
 * (packages/db/src/queries/year-change.ts). So a preview and an act are the same list seen twice.
 */
export type YearChange =
  | FigureChange
  /** A stage says something of a figure. */
  | { readonly kind: 'assessment'; readonly unit: string; readonly assessment: Assessment }
  /** What a stage said is marked as taken back. */
  | { readonly kind: 'assessment-undone'; readonly unit: string; readonly assessment: Assessment }
  /** A line is taken from the unit, or given back to it, and why. */
  | {
      readonly kind: 'assignment';
      readonly unit: string;
      readonly line: string;
      readonly assigned: boolean;
      readonly reason: string;
    }
  /** A unit's report of a period is sent, or open again. */
  | { readonly kind: 'report'; readonly unit: string; readonly period: string; readonly state: 'open' | 'submitted' };
