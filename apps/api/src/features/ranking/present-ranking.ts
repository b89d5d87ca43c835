import { explainGrade, explainQuota, explainRank, type Whys } from '@giaouoc/domain/explain/index';
import type { Results, UnitResult } from '@giaouoc/domain/scoring/index';
import { compareVietnamese } from '@giaouoc/domain/text/normalize';
import type { Plan, YearFile } from '@giaouoc/domain/year-file/index';
import type { RankedBlock } from './ranking.schema.ts';

type RankWhy = Whys['units'][number]['rank'];

/** A ranking as screen, PDF and Excel all draw it, from one snapshot's year file, results and whys (S6). */
export function rankedBlocks(
  file: YearFile,
  results: Pick<Results, 'units'>,
  whys: Whys,
  names: ReadonlyMap<string, string>,
): RankedBlock[] {
  const { plan } = file;
  const unitNames = new Map(file.units.map((unit) => [unit.code, unit.name]));
  const whyOf = new Map(whys.units.map((why) => [why.unit, why]));
  const places = Map.groupBy(results.units, (unit) => placeOf(plan, unit));
  return [...places]
    .sort(([a], [b]) => compareVietnamese(names.get(a) ?? a, names.get(b) ?? b))
    .map(([code, units]): RankedBlock => {
      const sorted = [...units].sort(
        (a, b) =>
          (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
          compareVietnamese(unitNames.get(a.unit) ?? a.unit, unitNames.get(b.unit) ?? b.unit),
      );
      const shared = new Map<number, number>();
      for (const { rank } of units) if (rank !== null) shared.set(rank, (shared.get(rank) ?? 0) + 1);
      const title = (grade: string | null) => plan.grades.find((one) => one.code === grade)?.title ?? null;
      const ofPlace = units[0]?.block ?? code;
      return {
        code,
        name: names.get(code) ?? code,
        rows: sorted.map((unit) => {
          const why = whyOf.get(unit.unit);
          return {
            unit: unit.unit,
            name: unitNames.get(unit.unit) ?? unit.unit,
            rank: unit.rank === null ? null : `${unit.rank}${(shared.get(unit.rank) ?? 0) > 1 ? '=' : ''}`,
            base: unit.base,
            bonus: unit.bonus,
            penalty: unit.penalty,
            total: unit.total,
            grade: unit.grade,
            gradeTitle: title(unit.grade),
            scoredGrade: unit.scoredGrade,
            undecided: unit.undecided.length > 0,
            notGraded: unit.notGraded,
            why: why ? explainRank(named(why.rank, unitNames), plan) : '',
            gradeWhy: why ? explainGrade(why.grade, plan) : '',
            quotaWhy: why ? why.quotas.map((quota) => explainQuota(quota, plan)) : [],
            gates: unit.gates,
          };
        }),
        grades: plan.grades.map((grade) => ({
          code: grade.code,
          title: grade.title,
          count: units.filter((unit) => unit.grade === grade.code).length,
        })),
        thresholds: plan.grades.flatMap((grade) => {
          const from = typeof grade.from === 'object' ? grade.from[ofPlace] : grade.from;
          return from === undefined ? [] : [{ code: grade.code, title: grade.title, from }];
        }),
        quotas: quotaLines(plan, sorted, whyOf),
      };
    });
}

/** A rank is counted in a block, a cluster, or the whole federation, as the plan says. */
export function placeOf(plan: Plan, unit: UnitResult): string {
  if (plan.ranking.within === 'federation') return 'all';
  return plan.ranking.within === 'cluster' ? (unit.cluster ?? '') : unit.block;
}

/** Where each quota cuts: after the last unit that kept the grade it rations. */
function quotaLines(
  plan: Plan,
  sorted: readonly UnitResult[],
  whyOf: ReadonlyMap<string, Whys['units'][number]>,
): RankedBlock['quotas'] {
  return (plan.quotas ?? []).flatMap((quota) => {
    const touched = sorted.flatMap((unit, place) => {
      const why = whyOf.get(unit.unit)?.quotas.find((one) => one.quota === quota.code);
      return why ? [{ place, why }] : [];
    });
    const first = touched[0];
    if (!first) return [];
    const kept = touched.filter(({ why }) => !['cut', 'tie-dropped', 'decided-cut'].includes(why.outcome));
    return [
      {
        code: quota.code,
        gradeTitle: plan.grades.find((grade) => grade.code === quota.grade)?.title ?? quota.grade,
        share: quota.share,
        room: first.why.room,
        pool: first.why.pool,
        after: kept.at(-1)?.place ?? first.place - 1,
      },
    ];
  });
}

/** The why of a rank with its neighbours by name: codes mean nothing to who reads the sentence. */
function named(why: RankWhy, names: ReadonlyMap<string, string>): RankWhy {
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    ...why,
    above: why.above && { ...why.above, unit: nameOf(why.above.unit) },
    below: why.below && { ...why.below, unit: nameOf(why.below.unit) },
    sharedWith: why.sharedWith.map(nameOf),
  };
}
