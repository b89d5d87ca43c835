import type { FigureAsRead } from '../src/progress/figures-as-read.ts';
import type { YearAssessment, YearFigure } from '../src/progress/input.ts';
import { assessmentOf } from './reporting.ts';

/** Figures as people read them, taken apart into what the unit did and what the federation's stage said. */
export function twoSides(figures: readonly FigureAsRead[]): { figures: YearFigure[]; assessments: YearAssessment[] } {
  const byUnit = ({ status, submitted, settled }: FigureAsRead) =>
    status !== 'empty' && (submitted !== undefined || settled === undefined);
  return {
    figures: figures.filter(byUnit).map(({ unit, line, period, status, submitted }): YearFigure => {
      const sent = status === 'resubmitted' ? 2 : status === 'draft' ? 0 : 1;
      return { unit, line, period, state: sent === 0 ? 'draft' : 'sent', submitted, sending: sent };
    }),
    assessments: figures.flatMap(({ unit, line, period, status, settled }): YearAssessment[] => {
      const said = assessmentOf(line, period, status, settled === undefined ? {} : { figure: settled });
      return said === undefined ? [] : [{ ...said, unit }];
    }),
  };
}
