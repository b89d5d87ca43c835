import type { Accumulate } from '../rules/accumulate.ts';
import type { FigureInput, FigureValue } from '../rules/figure-value.ts';
import { figureOf } from '../rules/figures.ts';
import type { Line } from '../year-file/index.ts';

export type { FigureInput, FigureValue };

/** What of a line decides which figures it takes. */
export type FigureLine = Pick<Line, 'rule' | 'max'> & Partial<Pick<Line, 'unit' | 'whenNotApplicable'>>;

/** Which input the form shows. */
export const inputOf = (line: FigureLine, accumulate: Accumulate = 'latest'): FigureInput =>
  figureOf(line.rule).input(line, accumulate);

/** Whether the line's value is a number of things, which a form lets one count up and down. */
export const isCounted = (line: FigureLine): boolean => figureOf(line.rule).counted === true;

/** Whether what the line counts has a unit of measure, `%` or `lượt`: where a number is reported. */
export function takesUnit(line: FigureLine): boolean {
  const input = inputOf(line);
  return input === 'value' || input === 'partWhole';
}

/** The ways in which figures of several periods can be put together for a line; the first is the usual one. */
export const accumulateWaysFor = (line: FigureLine): readonly Accumulate[] => figureOf(line.rule).ways(line);
