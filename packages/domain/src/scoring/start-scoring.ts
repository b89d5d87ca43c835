import type { YearFile } from '../year-file/year.schema.ts';
import { compilePlan } from './compile-plan.ts';
import type { CompiledPlan } from './compiled.ts';
import { allBests } from './leaders.ts';
import { fillLine, fillUnit, loadEntries, loadUnits, type YearOnDesk } from './load-year.ts';
import { newWork } from './new-work.ts';
import { rankYear } from './rank-year.ts';
import { keyValue } from './ranking-keys.ts';
import { scoreUnit } from './score-unit.ts';
import type { ScoredYear, UnitScore } from './scored-year.ts';
import type { Work } from './work.ts';

/**
 * Scores a valid year (see parseYear) so that changes can follow. `compiled` may be given where the same plan is
 * scored again and again; it must be of this plan and know all blocks of the units.
 */
export function startScoring(year: YearFile, compiled?: CompiledPlan): ScoredYear {
  const plan = compiled ?? compilePlan(year.plan, [...new Set(year.units.map((unit) => unit.block))]);
  const loaded: YearOnDesk & Pick<ScoredYear, 'unitIndex'> = { plan, ...loadUnits(year) };
  const entries = loadEntries(year, plan, loaded.unitIndex);
  const bests = allBests(loaded, entries);
  const work = newWork(plan);
  const scores = loaded.units.map((_, unit) => {
    for (let line = 0; line < plan.lines.length; line += 1) fillLine(loaded, entries[unit]!, bests, unit, line, work);
    return scoreOf(loaded, unit, work);
  });
  const decisions = year.decisions ?? [];
  const ranked = rankYear({ ...loaded, decisions }, scores);
  return { ...loaded, file: year, entries, bests, scores, decisions, ...ranked };
}

/** Scores the unit whose lines are on the desk, and takes the result off it. */
export function scoreOf(year: YearOnDesk, unit: number, work: Work): UnitScore {
  const { plan } = year;
  fillUnit(year, unit, work);
  scoreUnit(plan, plan.blockPlans[plan.blockIndex.get(year.units[unit]!.block)!]!, work);
  return takeScore(plan, work);
}

/** A copy of what stands on the desk. */
export const takeScore = (plan: CompiledPlan, work: Work): UnitScore => ({
  status: work.status.slice(),
  points: work.points.slice(),
  computed: work.computed.slice(),
  groups: work.groups.slice(),
  base: work.base,
  earned: work.earned,
  possible: work.possible,
  bonus: work.bonus,
  penalty: work.penalty,
  bonusSum: work.bonusSum,
  penaltySum: work.penaltySum,
  beforeGates: work.beforeGates,
  total: work.total,
  fired: work.fired.slice(),
  scoredGrade: work.grade,
  notGraded: work.notGraded,
  keys: plan.keys.map((key) => keyValue(plan, key, work)),
});
