import { decimalsOf, printScaled, scaled } from '../numbers/decimal.ts';
import type { CompiledLine } from '../scoring/compiled.ts';
import { rescore } from '../scoring/rescore.ts';
import type { ScoredYear } from '../scoring/scored-year.ts';
import type { FigureValue } from '../schema/figure.schema.ts';
import { figureChange, figureNow, raised } from './suggestion.ts';

export interface Found {
  figure: FigureValue;
  after: ScoredYear;
}

/**
 * The least change of one line's figure that brings about what is wanted; null when the best figure does not. Found by
 * scoring: the first that will do of the figures the rule proposes, then by halving the way from the figure now where
 * it is a number.
 */
export function leastFigure(
  scored: ScoredYear,
  unit: number,
  line: CompiledLine,
  wanted: (year: ScoredYear) => boolean,
): Found | null {
  const found = raised(scored, unit, line).find(({ after }) => wanted(after));
  if (found === undefined) return null;
  const now = figureNow(scored, unit, line.index);
  return halved(found, now, (figure) => {
    const after = rescore(scored, figureChange(scored, unit, line, figure));
    return wanted(after) ? { figure, after } : null;
  });
}

/** Which number of a figure moves. */
const moving = (figure: FigureValue): 'value' | 'part' | 'points' | null =>
  figure.value !== undefined
    ? 'value'
    : figure.part !== undefined
      ? 'part'
      : figure.points !== undefined
        ? 'points'
        : null;

function halved(found: Found, now: FigureValue | null, attempt: (figure: FigureValue) => Found | null): Found {
  const key = moving(found.figure);
  // Points are given by a person in steps of the rule; between them there is nothing to look for.
  if (key === null || key === 'points') return found;
  const start = now?.[key] ?? '0';
  if (key === 'part' && now?.whole !== found.figure.whole) return found;
  const end = found.figure[key]!;
  const decimals = Math.max(decimalsOf(start), decimalsOf(end));
  let least = found;
  let low = scaled(start, decimals);
  let high = scaled(end, decimals);
  const step = low < high ? 1n : -1n;
  // Invariant: `high` will do, `low` will not.
  while ((high - low) * step > 1n) {
    const middle = low + (high - low) / 2n;
    const tried = attempt({ ...found.figure, [key]: printScaled(middle, decimals) });
    if (tried === null) low = middle;
    else {
      high = middle;
      least = tried;
    }
  }
  return least;
}
