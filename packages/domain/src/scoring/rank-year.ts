import type { Decision } from '../year-file/year.schema.ts';
import { applyQuota, type QuotaDecision, type QuotaOutcome } from './quota.ts';
import { rankPlace, type CompareUnits } from './rank.ts';
import { compareKeys } from './ranking-keys.ts';
import type { ScoredYear, UnitScore } from './scored-year.ts';

type Ranked = Pick<ScoredYear, 'ranks' | 'grades' | 'outcomes'>;
type Year = Pick<ScoredYear, 'plan' | 'places' | 'unitIndex' | 'decisions'>;

const comparing =
  (scores: readonly UnitScore[]): CompareUnits =>
  (a, b) =>
    compareKeys(scores[a]!.keys, scores[b]!.keys);

/** Ranks and quotas of a whole year. */
export function rankYear(year: Year, scores: readonly UnitScore[]): Ranked {
  const compare = comparing(scores);
  const ranks = new Int32Array(scores.length);
  for (const members of year.places[year.plan.plan.ranking.within].members)
    rankPlace(members, (unit) => scores[unit]!.scoredGrade >= 0, compare, ranks);
  const grades = Int16Array.from(scores, (score) => score.scoredGrade);
  const outcomes: QuotaOutcome[] = [];
  for (const quota of year.plan.plan.quotas ?? [])
    for (let place = 0; place < year.places[quota.within].members.length; place += 1)
      outcomes.push(quotaIn(year, quota, place, grades, compare));
  return { ranks, grades, outcomes };
}

/** Ranks and quotas after one unit's scores changed: only its places are worked again. */
export function rankAgain(
  year: Year,
  scores: readonly UnitScore[],
  before: Ranked,
  changed: readonly number[],
): Ranked {
  const quotas = year.plan.plan.quotas ?? [];
  const within = quotas[0]?.within;
  // Quotas in places of different sorts touch each other's units: then all are applied again.
  if (quotas.some((quota) => quota.within !== within)) return rankYear(year, scores);
  const compare = comparing(scores);
  const ranks = before.ranks.slice();
  const ranking = year.places[year.plan.plan.ranking.within];
  for (const place of new Set(changed.map((unit) => ranking.of[unit]!)))
    rankPlace(ranking.members[place]!, (unit) => scores[unit]!.scoredGrade >= 0, compare, ranks);
  const grades = before.grades.slice();
  if (within === undefined) {
    for (const unit of changed) grades[unit] = scores[unit]!.scoredGrade;
    return { ranks, grades, outcomes: before.outcomes };
  }
  const outcomes = [...before.outcomes];
  const { of, members } = year.places[within];
  for (const place of new Set(changed.map((unit) => of[unit]!))) {
    for (const unit of members[place]!) grades[unit] = scores[unit]!.scoredGrade;
    quotas.forEach((quota, index) => {
      outcomes[index * members.length + place] = quotaIn(year, quota, place, grades, compare);
    });
  }
  return { ranks, grades, outcomes };
}

function quotaIn(
  year: Year,
  quota: QuotaOutcome['quota'],
  place: number,
  grades: Int16Array,
  compare: CompareUnits,
): QuotaOutcome {
  const { gradeIndex } = year.plan;
  const { of, members } = year.places[quota.within];
  const decision = year.decisions.findIndex(
    (entry) => entry.quota === quota.code && of[year.unitIndex.get(entry.keep[0]!)!] === place,
  );
  return applyQuota(
    quota,
    gradeIndex.get(quota.grade)!,
    quota.of === 'graded' ? gradeIndex.size : gradeIndex.get(quota.of)!,
    members[place]!,
    grades,
    compare,
    decision < 0 ? null : decisionOf(year, year.decisions[decision]!, decision),
  );
}

const decisionOf = (year: Year, { keep }: Decision, index: number): QuotaDecision => ({
  index,
  keep: keep.map((unit) => year.unitIndex.get(unit)!),
});
