import { figureInWords, type FigureValue } from '@giaouoc/domain/figure/index';
import { linesOf } from '@giaouoc/domain/plan/index';
import type { YearResults } from '@giaouoc/domain/scoring/index';
import { whatWouldHelp } from '@giaouoc/domain/what-if/index';
import type { YearFile } from '@giaouoc/domain/year-file/index';
import type { z } from 'zod';
import type { helpOutput } from './score.schema.ts';

const mostShown = 5;

/**
 * The few steps that add most points, on lines that are still the unit's to change. From the unit's own figures alone,
 * so nothing of others shows.
 */
export function helpFor(
  year: YearFile,
  results: YearResults,
  unit: string,
  isOpen: (line: string) => boolean,
): z.infer<typeof helpOutput>[] {
  const lines = new Map(linesOf(year.plan).map(({ line }) => [line.code, line]));
  return whatWouldHelp(year, results, unit)
    .lines.filter((step) => isOpen(step.line) && /[1-9]/.test(step.gain))
    .slice(0, mostShown)
    .map((step) => {
      const line = lines.get(step.line)!;
      const now = step.now === null ? null : figureInWords(line, step.now as FigureValue);
      return {
        line: step.line,
        title: step.title,
        gain: step.gain,
        now,
        needed: figureInWords(line, step.figure as FigureValue),
      };
    });
}
