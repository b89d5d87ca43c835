import type { Assessment } from './assessment.ts';
import type { FigureValue } from './figure.ts';
import { type FigureState, figureStatus, type FigureStatus } from './status.ts';

/** The unit's side of one line in one period: what the unit did, and nothing that a stage said about it. */
export type UnitFigure = {
  readonly line: string;
  readonly period: string;
  readonly state: FigureState;
  /** As typed last: a draft until it is sent. */
  readonly value?: FigureValue | undefined;
  /** As last sent, while that stands. */
  readonly submitted?: FigureValue | undefined;
  /** How often it was sent. */
  readonly sending: number;
  /** How many files speak for it. */
  readonly evidence: number;
  /** Grows with every change of the unit's side; a unit's write names the one it saw (R3). */
  readonly revision: number;
};

/** A figure as people read it at the stage that verifies: the unit's side, and what follows from the stage's word. */
export type FigureRecord = UnitFigure & {
  readonly status: FigureStatus;
  /** As accepted, or as put in its place. */
  readonly settled?: FigureValue | undefined;
  /** The stage's assessment in force. */
  readonly assessment?: Assessment | undefined;
};

/** Works out how a figure reads, from the unit's side and the assessment in force of the stage that verifies. */
export function figureRecord(side: UnitFigure, assessment: Assessment | undefined): FigureRecord {
  const settled = settledFigure(side, assessment);
  const { line, period, state, value, submitted, sending, evidence, revision } = side;
  return {
    line,
    period,
    state,
    value,
    submitted,
    sending,
    evidence,
    revision,
    status: figureStatus(side, assessment),
    ...(settled === undefined ? {} : { settled }),
    ...(assessment === undefined ? {} : { assessment }),
  };
}

/** The record once the unit's side has become this. */
export function withSide(
  record: FigureRecord,
  side: Pick<UnitFigure, 'state' | 'value' | 'submitted' | 'sending'>,
): FigureRecord {
  return figureRecord({ ...record, ...side, revision: record.revision + 1 }, record.assessment);
}

/** The figure that an assessment settled: the one put in place of the unit's, else the one it sent. */
export function settledFigure(
  side: Pick<UnitFigure, 'submitted'>,
  assessment: Pick<Assessment, 'decision' | 'figure'> | undefined,
): FigureValue | undefined {
  if (assessment === undefined || assessment.decision === 'returned') return undefined;
  return assessment.figure ?? side.submitted;
}

/** A line in a period about which nothing is known. */
export const emptyFigure = (line: string, period: string): FigureRecord => ({
  line,
  period,
  state: 'empty',
  status: 'empty',
  sending: 0,
  evidence: 0,
  revision: 0,
});
