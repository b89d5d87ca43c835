import type { YearFile } from '../year-file/year.schema.ts';
import { whysOf } from './why/unit-why.ts';
import type { CompiledPlan } from './compiled.ts';
import { digestOfScored } from './digest.ts';
import { ENGINE, type ScoreOptions, type UnitResult, type YearResults } from './results.ts';
import type { ScoredYear, UnitScore } from './scored-year.ts';
import { startScoring } from './start-scoring.ts';
import { unitResult } from './unit-result.ts';

interface Printed {
  rank: number;
  grade: number;
  undecided: string;
  result: UnitResult;
}

// A unit's printed result is used again as long as its score, rank, grade and open decisions stay the same.
const printed = new WeakMap<UnitScore, Printed>();

/** The results of a scored year. */
export function resultsOf(scored: ScoredYear, options: ScoreOptions = {}): YearResults {
  const open = new Map<number, string[]>();
  for (const { quota, undecided } of scored.outcomes)
    for (const unit of undecided) open.set(unit, [...(open.get(unit) ?? []), quota.code]);
  const units = scored.scores.map((score, index) => {
    const rank = scored.ranks[index]!;
    const grade = scored.grades[index]!;
    const undecided = inQuotaOrder(scored, open.get(index));
    const key = JSON.stringify(undecided);
    const before = printed.get(score);
    if (before?.rank === rank && before.grade === grade && before.undecided === key) return before.result;
    const result = unitResult(scored, index, undecided);
    printed.set(score, { rank, grade, undecided: key, result });
    return result;
  });
  return {
    format: 'giaouoc-results/1',
    plan: scored.plan.plan.code,
    engine: ENGINE,
    units,
    digest: options.digest === false ? '' : digestOfScored(units),
    ...(options.explain === true ? { whys: whysOf(scored) } : {}),
  };
}

/** Quota codes in the order of the plan. */
function inQuotaOrder(scored: ScoredYear, codes: readonly string[] | undefined): string[] {
  if (codes === undefined) return [];
  return (scored.plan.plan.quotas ?? []).map((quota) => quota.code).filter((code) => codes.includes(code));
}

/**
 * Scores a valid year (see parseYear): equal years give equal results to the byte. `compiled` may be given where the
 * same plan is scored again and again.
 */
export const scoreYear = (year: YearFile, options: ScoreOptions = {}, compiled?: CompiledPlan): YearResults =>
  resultsOf(startScoring(year, compiled), options);
