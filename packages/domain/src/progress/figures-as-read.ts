import { inForce } from '../figure/assessment.ts';
import type { FigureValue } from '../figure/figure.ts';
import { settledFigure } from '../figure/record.ts';
import { figureStatus, type FigureStatus } from '../figure/status.ts';
import { verifyingStage } from '../plan/verifying-stage.ts';
import type { YearAssessment, YearFigure, YearInput } from './input.ts';
import { figureKey } from '../figure/figure-key.ts';
import { groupBy } from './group-by.ts';

/** A figure of a unit, line and period as people read it at the stage that verifies. */
export type FigureAsRead = {
  readonly unit: string;
  readonly line: string;
  readonly period: string;
  readonly status: FigureStatus;
  readonly submitted?: FigureValue | undefined;
  readonly settled?: FigureValue | undefined;
};

/** A figure's two sides: what the unit did, and what all stages have said, oldest first. */
export type TwoSides = { readonly figure: YearFigure; readonly assessments: readonly YearAssessment[] };

const none: readonly YearAssessment[] = [];

/**
 * Every figure that either side knows of: those a unit has typed or sent, in their order, then those that only a stage has
 * spoken of, because the federation entered them.
 */
export function twoSidesOf({ figures, assessments }: Pick<YearInput, 'figures' | 'assessments'>): TwoSides[] {
  const said = groupBy(assessments, (one) => figureKey(one.line, one.period, one.unit));
  const sides = figures.map((figure): TwoSides => {
    const key = figureKey(figure.line, figure.period, figure.unit);
    const own = said.get(key) ?? none;
    said.delete(key);
    return { figure, assessments: own };
  });
  for (const own of said.values()) {
    const [{ unit, line, period }] = own as [YearAssessment];
    sides.push({ figure: { unit, line, period, state: 'empty', sending: 0 }, assessments: own });
  }
  return sides;
}

/** All figures of a year as people read them. */
export function figuresAsRead(input: Pick<YearInput, 'document' | 'figures' | 'assessments'>): FigureAsRead[] {
  const stage = verifyingStage(input.document.conduct);
  return twoSidesOf(input).map(({ figure, assessments }) => {
    const { unit, line, period, submitted } = figure;
    const last = inForce(assessments.filter((one) => one.stage === stage));
    const settled = settledFigure(figure, last);
    return {
      unit,
      line,
      period,
      status: figureStatus(figure, last),
      ...(submitted === undefined ? {} : { submitted }),
      ...(settled === undefined ? {} : { settled }),
    };
  });
}
