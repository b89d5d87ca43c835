import type { FigureValue } from '../figure/figure.ts';
import type { Instant } from '../period/local-time.ts';
import type { FigureStatus } from './figure-status.ts';
import type { ReportStatus } from './report-status.ts';

/** What is stored of one unit's line in one period. */
export type FigureRecord = {
  readonly line: string;
  readonly period: string;
  readonly status: FigureStatus;
  /** As typed last: a draft until it is sent. */
  readonly value?: FigureValue | undefined;
  /** As last sent. */
  readonly submitted?: FigureValue | undefined;
  /** As accepted, or as put in its place. */
  readonly settled?: FigureValue | undefined;
  /** How many files speak for it. */
  readonly evidence: number;
  /** Grows with every change; a write names the one it saw (R3). */
  readonly revision: number;
};

/** What is stored of one unit's report of one period. */
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
  const found = figures.find((figure) => figure.line === line && figure.period === period);
  return found ?? { line, period, status: 'empty', evidence: 0, revision: 0 };
}

/** Is a line taken from this unit by `assigned: false`? */
export function isTakenAway(targets: readonly UnitTarget[], line: string): boolean {
  return targets.some((target) => target.line === line && target.assigned === false);
}
