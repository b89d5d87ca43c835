import type { Instant } from '../period/local-time.ts';
import { emptyFigure, type FigureRecord } from '../figure/record.ts';
import type { ReportStatus } from './report-status.ts';

/** One unit's report of one period; `settled` is worked out from its figures (`statusOfSent`). */
export type ReportRecord = {
  readonly period: string;
  readonly status: ReportStatus;
  /** A later due time the officer gave this unit, as a local minute. */
  readonly extendedTo?: string | undefined;
};

/** Why a line came back, and until when it is to be answered. */
export type Return = {
  readonly line: string;
  readonly period: string;
  readonly reason: string;
  readonly due?: Instant | undefined;
};

/** What a unit has for each line: its own number, or that the line is not its to fulfil. */
export type UnitTarget = {
  readonly line: string;
  readonly target?: string | undefined;
  readonly assigned?: boolean | undefined;
};

/** The record of a line in a period, as `empty` when there is none. */
export function recordOf(figures: readonly FigureRecord[], line: string, period: string): FigureRecord {
  return figures.find((figure) => figure.line === line && figure.period === period) ?? emptyFigure(line, period);
}

/** Is a line taken from this unit by `assigned: false`? */
export function isTakenAway(targets: readonly UnitTarget[], line: string): boolean {
  return targets.some((target) => target.line === line && target.assigned === false);
}
