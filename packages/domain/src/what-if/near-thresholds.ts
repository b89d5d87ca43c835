import { printScaled, scaled } from '../numbers/decimal.ts';
import type { Int } from '../numbers/int.ts';
import type { Change } from '../scoring/rescore.ts';
import { rescore } from '../scoring/rescore.ts';
import type { YearResults } from '../scoring/results.ts';
import type { QuotaOutcome } from '../scoring/quota.ts';
import type { ScoredYear } from '../scoring/scored-year.ts';
import { startScoring } from '../scoring/start-scoring.ts';
import type { YearFile } from '../year-file/year.schema.ts';
import { leastFigure } from './least-figure.ts';
import { figureChange, figureNow, openLines } from './suggestion.ts';

export interface NearThreshold {
  unit: string;
  kind: 'grade' | 'quota';
  /** The code of the grade whose border it is, or of the quota. */
  code: string;
  /** Below: just missed it; above: just made it. */
  side: 'below' | 'above';
  /** How far from the border, in points of the total. */
  distance: string;
  /** Single lines that would flip it: below, the least better figure; above, no figure at all. */
  flips: { line: string; change: Change }[];
}

/**
 * Who sits within `margin` points of the total of a grade's border or of a quota's edge. `results` are those of the
 * year; units in their order.
 */
export function nearThresholds(year: YearFile, results: YearResults, margin: string): NearThreshold[] {
  const scored = startScoring(year);
  const most = scaled(margin, 6);
  const near: NearThreshold[] = [];
  for (const { unit } of results.units) {
    const index = scored.unitIndex.get(unit);
    if (index === undefined || scored.scores[index]!.scoredGrade < 0) continue;
    near.push(...nearGrades(scored, index, most), ...nearQuotas(scored, index, most));
  }
  return near;
}

/** Whether a distance in points is within the margin in millionths. */
const within = (scored: ScoredYear, distance: Int, margin: bigint): boolean =>
  scaled(printScaled(distance, scored.plan.places), 6) <= margin;

function nearGrades(scored: ScoredYear, unit: number, margin: bigint): NearThreshold[] {
  const { plan } = scored;
  const block = plan.blockPlans[plan.blockIndex.get(scored.units[unit]!.block)!]!;
  const { total } = scored.scores[unit]!;
  return plan.plan.grades.flatMap(({ code }, grade): NearThreshold[] => {
    const from = block.from[grade]!;
    if (from === null) return [];
    const side = total < from ? 'below' : 'above';
    const distance = side === 'below' ? from - total : total - from;
    if (!within(scored, distance, margin)) return [];
    const reaches = (year: ScoredYear) => year.scores[unit]!.total >= from;
    const crossed = side === 'below' ? reaches : (after: ScoredYear) => !reaches(after);
    return [entry(scored, unit, { kind: 'grade', code, side, distance }, crossed)];
  });
}

function nearQuotas(scored: ScoredYear, unit: number, margin: bigint): NearThreshold[] {
  return scored.outcomes.flatMap((outcome): NearThreshold[] => {
    const { candidates, cut, quota } = outcome;
    if (cut.length === 0 || !candidates.includes(unit)) return [];
    const side = cut.includes(unit) ? 'below' : 'above';
    const others = candidates.filter((other) => cut.includes(other) !== (side === 'below'));
    const distance = nearest(scored, unit, others);
    if (distance === null || !within(scored, distance, margin)) return [];
    const crossed = (year: ScoredYear) => isCut(year, outcome, unit) !== (side === 'below');
    return [entry(scored, unit, { kind: 'quota', code: quota.code, side, distance }, crossed)];
  });
}

/** The least difference of totals to any of the others; null when there are none. */
function nearest(scored: ScoredYear, unit: number, others: readonly number[]): Int | null {
  const own = scored.scores[unit]!.total;
  let least: Int | null = null;
  for (const other of others) {
    const { total } = scored.scores[other]!;
    const distance = total > own ? total - own : own - total;
    if (least === null || distance < least) least = distance;
  }
  return least;
}

/** Whether the quota cuts the unit in a changed year; a unit that is no candidate any more is out too. */
function isCut(year: ScoredYear, { quota }: QuotaOutcome, unit: number): boolean {
  const now = year.outcomes.find((other) => other.quota === quota && other.candidates.includes(unit));
  return now === undefined ? year.grades[unit]! > year.plan.gradeIndex.get(quota.grade)! : now.cut.includes(unit);
}

function entry(
  scored: ScoredYear,
  unit: number,
  where: Pick<NearThreshold, 'kind' | 'code' | 'side'> & { distance: Int },
  crossed: (year: ScoredYear) => boolean,
): NearThreshold {
  const flips = openLines(scored, unit).flatMap((line) => {
    if (where.side === 'below') {
      const found = leastFigure(scored, unit, line, crossed);
      return found === null ? [] : { line: line.code, change: figureChange(scored, unit, line, found.figure) };
    }
    if (figureNow(scored, unit, line.index) === null) return [];
    const change = figureChange(scored, unit, line, null);
    return crossed(rescore(scored, change)) ? { line: line.code, change } : [];
  });
  return {
    unit: scored.units[unit]!.code,
    ...where,
    distance: printScaled(where.distance, scored.plan.places),
    flips,
  };
}
