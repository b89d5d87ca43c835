import type { Int } from '../numbers/int.ts';
import type { CompiledPlan } from './compiled.ts';
import type { Work } from './work.ts';

/** An empty desk for a plan. */
export function newWork(plan: CompiledPlan): Work {
  const zero = plan.ints.zero;
  return {
    cells: plan.lines.map((line) => ({
      num: 0,
      den: 1,
      targetNum: 0,
      targetDen: 1,
      bestNum: 0,
      bestDen: 1,
      counts: new Array<Int>(line.codes.size).fill(0),
      given: false,
      notApplicable: false,
      assigned: true,
      hasTarget: true,
      size: 1,
      targetSize: 1,
      exact: null,
      adjusted: null,
    })),
    activeMonths: null,
    previousTotal: null,
    lot: null,
    status: new Uint8Array(plan.lines.length),
    points: new Array<Int>(plan.lines.length).fill(zero),
    computed: new Array<Int>(plan.lines.length).fill(zero),
    groups: new Array<Int>(plan.groups.length).fill(zero),
    fired: [],
    base: zero,
    earned: zero,
    possible: null,
    bonus: zero,
    penalty: zero,
    bonusSum: zero,
    penaltySum: zero,
    beforeGates: zero,
    total: zero,
    grade: -1,
    notGraded: null,
  };
}
