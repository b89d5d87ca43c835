import { printScaled } from '../../numbers/decimal.ts';
import type { Int } from '../../numbers/int.ts';
import type { BlockPlan } from '../compiled.ts';
import { layOut } from '../desk.ts';
import type { ScoredYear } from '../scored-year.ts';
import { ABSENT, DROPPED } from '../work.ts';
import type { GradeStep, GradeWhy, GroupWhy, TotalWhy } from './whys.ts';

const limit = (before: Int, after: Int): 'max' | 'min' | null =>
  after < before ? 'max' : after > before ? 'min' : null;

const blockOf = (year: ScoredYear, unit: number): BlockPlan =>
  year.plan.blockPlans[year.plan.blockIndex.get(year.units[unit]!.block)!]!;

/** For each group, in plan order: the sum, the limit that bit, the points. */
export function groupWhys(year: ScoredYear, unit: number): GroupWhy[] {
  const { plan } = year;
  const score = year.scores[unit]!;
  const sums: Int[] = plan.groups.map(() => plan.ints.zero);
  for (const line of plan.lines) {
    const status = score.status[line.index]!;
    if (status !== ABSENT && status !== DROPPED) sums[line.group]! += score.points[line.index]!;
  }
  for (const group of plan.groups) if (group.parent >= 0) sums[group.parent]! += score.groups[group.index]!;
  return plan.groups.map((group) => ({
    group: group.code,
    title: group.group.title,
    sum: printScaled(sums[group.index]!, plan.places),
    limit: limit(sums[group.index]!, score.groups[group.index]!),
    points: printScaled(score.groups[group.index]!, plan.places),
  }));
}

/** How the total came about. */
export function totalWhy(year: ScoredYear, unit: number): TotalWhy {
  const { plan } = year;
  const score = year.scores[unit]!;
  const block = blockOf(year, unit);
  const print = (points: Int) => printScaled(points, plan.places);
  const sum = score.base + score.bonus + score.penalty;
  const capping = score.fired
    .map((gate) => plan.gates[gate]!)
    .find((gate) => gate.totalAtMost === score.total && score.total < score.beforeGates);
  return {
    earned: print(score.earned),
    rescale:
      score.possible === null
        ? null
        : { possible: print(score.possible), scale: print(block.base), lines: linesLeftOut(year, unit, block) },
    base: print(score.base),
    bonus: { sum: print(score.bonusSum), points: print(score.bonus), limit: limit(score.bonusSum, score.bonus) },
    penalty: {
      sum: print(score.penaltySum),
      points: print(score.penalty),
      limit: limit(score.penaltySum, score.penalty),
    },
    sum: print(sum),
    limit: limit(sum, score.beforeGates),
    beforeGates: print(score.beforeGates),
    cappedBy: capping?.code ?? null,
    total: print(score.total),
  };
}

/** Base lines that the unit's block has and the unit has not. */
function linesLeftOut(year: ScoredYear, unit: number, block: BlockPlan): string[] {
  const { status } = year.scores[unit]!;
  return year.plan.lines
    .filter(({ index, role }) => {
      const out = status[index] === ABSENT || status[index] === DROPPED;
      return out && role === 'base' && block.assigned[index] === 1;
    })
    .map((line) => line.code);
}

/** What stood in the way of each better grade, down to the one given (before quotas). */
export function gradeWhy(year: ScoredYear, unit: number): GradeWhy {
  const { plan } = year;
  const score = year.scores[unit]!;
  const grades = plan.plan.grades;
  const notGraded =
    score.notGraded === null ? null : score.notGraded < 0 ? 'nothing-assigned' : plan.gates[score.notGraded]!.code;
  const why = {
    grade: grades[score.scoredGrade]?.code ?? null,
    notGraded,
    total: printScaled(score.total, plan.places),
    steps: [] as GradeStep[],
  };
  if (notGraded !== null) return why;
  const work = layOut(year, unit);
  work.beforeGates = score.beforeGates;
  work.total = score.total;
  for (const group of plan.groups) work.groups[group.index] = score.groups[group.index]!;
  const { from } = blockOf(year, unit);
  for (let index = 0; index <= score.scoredGrade; index += 1) {
    const border = from[index]!;
    const gate = score.fired.map((fired) => plan.gates[fired]!).find(({ gradeAtMost }) => gradeAtMost > index);
    const short = border === null ? plan.ints.zero : border - score.total;
    const stoppedBy: GradeStep['stoppedBy'] =
      short > plan.ints.zero
        ? { kind: 'from', short: printScaled(short, plan.places) }
        : plan.requires[index]?.(work) === false
          ? { kind: 'requires' }
          : gate !== undefined
            ? { kind: 'gate', gate: gate.code }
            : null;
    why.steps.push({
      grade: grades[index]!.code,
      from: border === null ? null : printScaled(border, plan.places),
      passed: stoppedBy === null,
      stoppedBy,
    });
  }
  return why;
}
