import { toBig } from '../numbers/int.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import type { ScoredYear } from './scored-year.ts';

/** The best figure of a place on a leader line, as a share: exact for every figure, and without saying whose it is. */
export type Mark = Required<Pick<FigureValue, 'part' | 'whole'>>;

/**
 * What a unit is measured against on leader lines, by line code: the best figure of its block or cluster. Lines where nobody
 * takes part yet have no mark.
 */
export function marksOf(year: ScoredYear, unit: number): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  year.plan.leaderLines.forEach((index, row) => {
    const line = year.plan.lines[index]!;
    const best = line.leads === null ? null : year.bests[row]![year.places[line.leads].of[unit]!];
    // A share is 100 · part / whole.
    if (best) marks[line.code] = { part: String(toBig(best.num)), whole: String(100n * toBig(best.den)) };
  });
  return marks;
}
