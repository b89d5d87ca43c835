import { compareDecimals, printScaled } from '../numbers/decimal.ts';
import type { Change } from '../scoring/rescore.ts';
import { rescore } from '../scoring/rescore.ts';
import type { YearResults } from '../scoring/results.ts';
import type { ScoredYear } from '../scoring/scored-year.ts';
import { startScoring } from '../scoring/start-scoring.ts';
import type { YearFile } from '../year-file/year.schema.ts';
import { leastFigure } from './least-figure.ts';
import { openLines, raised, standing, suggestion, type Suggestion } from './suggestion.ts';

/** Several changes together; figures of the steps add up, each on top of those before. */
export interface Way {
  steps: Suggestion[];
  changes: Change[];
  total: string;
  grade: string | null;
  rank: number | null;
}

export interface Help {
  unit: string;
  /** For each line with points still to gain: the least figure that gains them all. Largest gain of the total first. */
  lines: Suggestion[];
  /** The next better grade, what the total lacks, and the cheapest ways there; `null` at the best or ungraded. */
  nextGrade: { grade: string; short: string; ways: Way[] } | null;
  /** The unit ranked just above, what the total lacks, and the cheapest ways past it; `null` for the first. */
  unitAbove: { unit: string; short: string; ways: Way[] } | null;
}

/** So many ways are named. */
const WAYS = 3;

/**
 * What would raise a unit, with the figures of the others as they are in the year. `results` are those of the year.
 * Each promise is worked out by scoring: applying the change gives exactly the total, grade and rank that it names.
 * Throws on a unit that is not in the year.
 */
export function whatWouldHelp(year: YearFile, results: YearResults, unit: string): Help {
  const scored = startScoring(year);
  const index = scored.unitIndex.get(unit);
  if (index === undefined) throw new RangeError(`no unit ${unit} in this year`);
  const lines = openLines(scored, index)
    .flatMap((line) => {
      const best = raised(scored, index, line).at(-1);
      return best === undefined ? [] : suggestion(scored, best.after, index, line, best.figure);
    })
    .sort((a, b) => compareDecimals(b.gain, a.gain));
  return {
    unit,
    lines,
    nextGrade: nextGrade(scored, index, lines),
    unitAbove: unitAbove(scored, results, index, lines),
  };
}

/** a − b, not below 0, as points. */
const short = (scored: ScoredYear, a: number, b: number): string =>
  printScaled(a > b ? a - b : scored.plan.ints.zero, scored.plan.places);

function nextGrade(scored: ScoredYear, unit: number, lines: readonly Suggestion[]): Help['nextGrade'] {
  const own = scored.grades[unit]!;
  if (own <= 0) return null;
  const { plan } = scored;
  const block = plan.blockPlans[plan.blockIndex.get(scored.units[unit]!.block)!]!;
  const { total } = scored.scores[unit]!;
  return {
    grade: plan.plan.grades[own - 1]!.code,
    short: short(scored, block.from[own - 1] ?? total, total),
    ways: waysTo(scored, unit, lines, (year) => year.grades[unit]! >= 0 && year.grades[unit]! < own),
  };
}

function unitAbove(
  scored: ScoredYear,
  results: YearResults,
  unit: number,
  lines: readonly Suggestion[],
): Help['unitAbove'] {
  const rank = scored.ranks[unit]!;
  if (rank <= 1) return null;
  const { of, members } = scored.places[scored.plan.plan.ranking.within];
  const above = members[of[unit]!]!.filter((other) => scored.ranks[other]! > 0 && scored.ranks[other]! < rank).reduce(
    (best, other) => (scored.ranks[other]! > scored.ranks[best]! ? other : best),
  );
  // The published total of the other, as everyone can read it.
  const code = scored.units[above]!.code;
  const published = results.units.find((one) => one.unit === code);
  if (published === undefined) return null;
  return {
    unit: code,
    short: short(scored, scored.scores[above]!.total, scored.scores[unit]!.total),
    ways: waysTo(scored, unit, lines, (year) => year.ranks[unit]! > 0 && year.ranks[unit]! < year.ranks[above]!),
  };
}

/** The cheapest ways to what is wanted: single lines with the least gain first; where none will do, several together. */
function waysTo(
  scored: ScoredYear,
  unit: number,
  lines: readonly Suggestion[],
  wanted: (year: ScoredYear) => boolean,
): Way[] {
  const { plan } = scored;
  const byCode = (code: string) => plan.lines[plan.lineIndex.get(code)!]!;
  const single = lines.flatMap((line): Way[] => {
    const found = leastFigure(scored, unit, byCode(line.line), wanted);
    if (found === null) return [];
    const step = suggestion(scored, found.after, unit, byCode(line.line), found.figure);
    return [{ steps: [step], changes: [step.change], ...standing(found.after, unit) }];
  });
  if (single.length > 0) return single.sort((a, b) => compareDecimals(a.total, b.total)).slice(0, WAYS);
  // Together: the largest gains first, until it is enough; then as little as possible of the last.
  let year = scored;
  const steps: Suggestion[] = [];
  for (const line of lines) {
    const found = leastFigure(year, unit, byCode(line.line), wanted);
    if (found !== null) {
      steps.push(suggestion(year, found.after, unit, byCode(line.line), found.figure));
      return [{ steps, changes: steps.map((step) => step.change), ...standing(found.after, unit) }];
    }
    const after = rescore(year, line.change);
    steps.push(suggestion(year, after, unit, byCode(line.line), line.figure));
    year = after;
  }
  return [];
}
