import { accumulateWaysFor, inputOf } from '../figure/figure.ts';
import type { Line, Plan, Role } from '../year-file/index.ts';
import type { Conduct, LineConduct } from './conduct.schema.ts';
import { linesOf } from './document.ts';

/** The one period of a plan that came without any. */
const wholeYear = 'ca-nam';

/**
 * A conduct to begin with for a plan that came as the bare `plan` of a year file: one period that is the whole year, due
 * on its last day at 17:00; the unit enters and the officer verifies, except for deductions, judged points and
 * penalties, which the federation enters; evidence welcome but not demanded; self score, then the federation's; what was due
 * before a unit took part is not assigned to it.
 */
export function defaultConduct(plan: Plan): Conduct {
  const lines: [string, LineConduct][] = linesOf(plan).map(({ line, role }) => [
    line.code,
    defaultLineConduct(line, role, [wholeYear]),
  ]);
  return {
    periods: [{ code: wholeYear, title: 'Cả năm', from: plan.from, to: plan.to, due: `${plan.to}T17:00` }],
    lines: Object.fromEntries(lines),
    stages: [
      { code: 'self', title: 'Đơn vị tự chấm' },
      { code: 'federation', title: 'Công đoàn cấp trên thẩm định' },
    ],
    countsFrom: 'federation',
    unverifiedCounts: false,
    signing: { unitSigns: ['chair'] },
    beforeJoining: 'not-assigned',
  };
}

/** The usual conduct of a line of this kind, due in these periods. */
export function defaultLineConduct(line: Line, role: Role, due: readonly string[]): LineConduct {
  const byFederation = role === 'penalty' || ['faults', 'points'].includes(inputOf(line));
  return {
    due: [...due],
    accumulate: accumulateWaysFor(line)[0] ?? 'latest',
    enteredBy: byFederation ? 'federation' : 'unit',
    verifiedBy: 'officer',
    evidence: { needed: byFederation ? 'no' : 'optional' },
    ask: {},
  };
}
