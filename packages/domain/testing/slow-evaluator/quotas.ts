import * as q from './numbers.ts';
import { compareScored, placeOf, type Scored } from './ranking.ts';
import type { SlowQuota, SlowYear } from './year-shape.ts';

/** Equal units on both sides of a quota's edge in one place. */
export interface Edge {
  readonly quota: string;
  readonly place: string;
  readonly equal: readonly string[];
  /** Places left for them by the better ones. */
  readonly room: number;
}

export interface QuotaOutcome {
  /** Grade after all quotas, by unit code; null when not graded. */
  readonly grades: ReadonlyMap<string, number | null>;
  readonly undecided: ReadonlyMap<string, readonly string[]>;
  readonly edges: readonly Edge[];
}

/** Every quota in order, each in every place (scoring.md §7). */
export function applyQuotas(year: SlowYear, all: readonly Scored[]): QuotaOutcome {
  const grades = new Map(all.map((scored) => [scored.unit.code, scored.grading.grade]));
  const undecided = new Map<string, string[]>(all.map((scored) => [scored.unit.code, []]));
  const edges: Edge[] = [];
  for (const quota of year.plan.quotas ?? []) {
    const places = new Set(all.map((scored) => placeOf(scored.unit, quota.within)));
    for (const place of places) {
      const here = all.filter((scored) => placeOf(scored.unit, quota.within) === place);
      const edge = applyInPlace(year, quota, place, here, grades, undecided);
      if (edge) edges.push(edge);
    }
  }
  return { grades, undecided, edges };
}

function applyInPlace(
  year: SlowYear,
  quota: SlowQuota,
  place: string,
  here: readonly Scored[],
  grades: Map<string, number | null>,
  undecided: Map<string, string[]>,
): Edge | undefined {
  const index = (code: string) => year.plan.grades.findIndex((grade) => grade.code === code);
  const gradeOf = (scored: Scored) => grades.get(scored.unit.code) ?? null;
  const limit = quota.of === 'graded' ? year.plan.grades.length : index(quota.of);
  const pool = here.filter((scored) => {
    const grade = gradeOf(scored);
    return grade !== null && grade <= limit;
  });
  const room = q.toWhole(q.multiply(q.parse(quota.share), q.whole(pool.length)), quota.rounding);

  const grade = index(quota.grade);
  const candidates = here.filter((scored) => gradeOf(scored) === grade);
  candidates.sort((a, b) => compareScored(year, a, b));
  if (candidates.length <= room) return undefined;
  const down = (gone: readonly Scored[]) => {
    for (const scored of gone) grades.set(scored.unit.code, grade + 1);
  };
  const last = candidates[room - 1];
  const next = candidates[room];
  if (last === undefined || next === undefined || compareScored(year, last, next) !== 0) {
    down(candidates.slice(room));
    return undefined;
  }

  const equal = candidates.filter((scored) => compareScored(year, scored, last) === 0);
  const better = candidates.filter((scored) => compareScored(year, scored, last) < 0);
  down(candidates.filter((scored) => compareScored(year, scored, last) > 0));
  if (quota.ties === 'drop') down(equal);
  if (quota.ties === 'decide') {
    const codes = equal.map((scored) => scored.unit.code);
    const decision = (year.decisions ?? []).find(
      (one) => one.quota === quota.code && one.keep.some((code) => codes.includes(code)),
    );
    if (decision) down(equal.filter((scored) => !decision.keep.includes(scored.unit.code)));
    else for (const code of codes) undecided.get(code)?.push(quota.code);
  }
  return {
    quota: quota.code,
    place,
    equal: equal.map((scored) => scored.unit.code),
    room: room - better.length,
  };
}
