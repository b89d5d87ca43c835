import type { LineConduct } from '../src/plan/conduct.schema.ts';
import type { PlanDocument } from '../src/plan/document.ts';
import type { Line } from '../src/year-file/index.ts';

/** A line of a test's plan. */
export const line = (code: string, max: string, rule: Line['rule'], more: Partial<Line> = {}): Line => ({
  code,
  title: `Tiêu chí ${code}`,
  kind: 'target',
  max,
  rule,
  ...more,
});

/** The conduct of a line that units enter and officers verify. */
export const conduct = (due: string[], more: Partial<LineConduct> = {}): LineConduct => ({
  due,
  accumulate: 'latest',
  enteredBy: 'unit',
  verifiedBy: 'officer',
  evidence: { needed: 'no' },
  ask: {},
  ...more,
});

/**
 * 20 points over two semesters: a ratio (first semester), visits added up (both, with required photos), deductions and
 * judged points entered by the federation; a bonus. Due 15/01/2027 and 10/06/2027, 17:00.
 */
export const twoSemesters: PlanDocument = {
  scoring: {
    code: 'p',
    title: 'Kế hoạch',
    from: '2026-09-01',
    to: '2027-08-31',
    scale: { base: '20', bonusMax: '2' },
    groups: [
      {
        code: '1',
        title: 'Chỉ tiêu',
        role: 'base',
        max: '20',
        lines: [
          line('1.1', '6', { kind: 'ratio', target: '95', better: 'higher', below: 'proportional' }, { unit: '%' }),
          line('1.2', '5', { kind: 'count', each: '0.5' }, { unit: 'lượt', whenNotApplicable: 'drop' }),
          line('1.3', '4', { kind: 'deduct', faults: [{ code: 'tre', title: 'Báo cáo trễ', each: '1' }] }),
          line('1.4', '5', { kind: 'judged', step: '0.5' }),
        ],
      },
      { code: 'T', title: 'Điểm thưởng', role: 'bonus', lines: [line('T.1', '3', { kind: 'count', each: '1' })] },
    ],
    grades: [{ code: 'A', title: 'Đạt' }],
    ranking: { within: 'block', by: ['total'], tie: 'shared' },
  },
  conduct: {
    periods: [
      { code: 'k1', title: 'Học kỳ I', from: '2026-09-01', to: '2026-12-31', due: '2027-01-15T17:00' },
      { code: 'k2', title: 'Học kỳ II', from: '2027-01-01', to: '2027-05-31', due: '2027-06-10T17:00' },
    ],
    lines: {
      '1.1': conduct(['k1']),
      '1.2': conduct(['k1', 'k2'], { accumulate: 'sum', evidence: { needed: 'required', atLeast: 2 } }),
      '1.3': conduct(['k1', 'k2'], { accumulate: 'sum', enteredBy: 'federation' }),
      '1.4': conduct(['k2'], { enteredBy: 'federation' }),
      'T.1': conduct(['k1', 'k2'], { accumulate: 'sum', evidence: { needed: 'optional' } }),
    },
    stages: [
      { code: 'self', title: 'Tự chấm' },
      { code: 'federation', title: 'Thẩm định' },
      { code: 'committee', title: 'Hội đồng' },
    ],
    countsFrom: 'federation',
    unverifiedCounts: false,
    signing: { due: '2026-10-03T17:00', unitSigns: ['chair'] },
  },
};
