import { figureOf } from '../rules/figures.ts';
import type { MisfitCode } from '../rules/rule-figure.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { FigureLine, FigureValue } from './figure.ts';

export type { MisfitCode };

/**
 * May this figure stand under this line as the plan now is? The same conditions as the year file's. Asked when a
 * figure is judged, and again when a year is put together, since a later version of the plan may have lowered a maximum.
 */
export function fits(line: FigureLine, figure: FigureValue): Result<FigureValue, MisfitCode> {
  if ('notApplicable' in figure)
    return (line.whenNotApplicable ?? 'refuse') === 'refuse' ? refuse('not-applicable-refused') : ok(figure);
  return figureOf(line.rule).fits(line, figure);
}
