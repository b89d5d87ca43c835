import { printScaled } from '../numbers/decimal.ts';
import type { Int } from '../numbers/int.ts';
import type { LineStatus } from './line-status.ts';
import type { LineResult, UnitResult } from './results.ts';
import type { ScoredYear } from './scored-year.ts';
import { ABSENT, ADJUSTED } from './work.ts';

/** Names of the states of work.ts, in their order. */
const STATUS_NAMES: readonly (LineStatus | null)[] = [
  null,
  'scored',
  'missing',
  'no-target',
  'dropped',
  'full',
  'zero',
  'adjusted',
];

export const statusName = (status: number): LineStatus | null => STATUS_NAMES[status] ?? null;

/** The result of one unit as section 8 of the year file's text has it. */
export function unitResult(year: ScoredYear, index: number, undecided: string[]): UnitResult {
  const { plan } = year;
  const unit = year.units[index]!;
  const score = year.scores[index]!;
  const print = (points: Int) => printScaled(points, plan.places);
  const gradeCode = (grade: number) => plan.plan.grades[grade]?.code ?? null;
  const lines: LineResult[] = [];
  for (const line of plan.lines) {
    const status = score.status[line.index]!;
    if (status === ABSENT) continue;
    const result: LineResult = {
      line: line.code,
      status: STATUS_NAMES[status]!,
      points: print(score.points[line.index]!),
    };
    if (status === ADJUSTED) result.computed = print(score.computed[line.index]!);
    lines.push(result);
  }
  return {
    unit: unit.code,
    block: unit.block,
    cluster: unit.cluster ?? null,
    base: print(score.base),
    bonus: print(score.bonus),
    penalty: print(score.penalty),
    total: print(score.total),
    rank: year.ranks[index] === 0 ? null : year.ranks[index]!,
    scoredGrade: gradeCode(score.scoredGrade),
    grade: gradeCode(year.grades[index]!),
    gates: score.fired.map((gate) => plan.gates[gate]!.code),
    undecided,
    notGraded:
      score.notGraded === null ? null : score.notGraded < 0 ? 'nothing-assigned' : plan.gates[score.notGraded]!.code,
    groups: plan.groups.map((group) => ({ group: group.code, points: print(score.groups[group.index]!) })),
    lines,
  };
}
