import { expect, it } from 'vitest';
import { emptyPlan } from '../empty-plan.ts';
import { addPeriod } from './conduct.ts';
import { moveGrade, movePeriod, moveQuota, renameGrade } from './order.ts';
import { setSettings } from './settings.ts';

const quota = (code: string, grade: string, of: string) => ({
  ...{ code, grade, of, share: '0.2' },
  ...({ within: 'block', rounding: 'floor', ties: 'keep' } as const),
});
const start = setSettings(emptyPlan({ code: 'p', title: 'K', from: '2026-09-01', to: '2027-08-31' }), {
  quotas: [quota('q1', 'HTXS', 'graded'), quota('q2', 'HTT', 'HTT')],
  gates: [{ code: 'g1', title: 'G', when: { total: { lt: '10' } }, effect: { gradeAtMost: 'HTT' } }],
});
const grades = (document: typeof start) => document.scoring.grades.map(({ code, from }) => `${code} ${String(from)}`);

it('a grade changes places and the marks stay with the places', () => {
  expect(grades(moveGrade(start, 0, 1))).toEqual(['HTT 90', 'HTXS 70', 'HT 50', 'KHT undefined']);
  expect(grades(moveGrade(start, 3, -1))).toEqual(['HTXS 90', 'HTT 70', 'KHT 50', 'HT undefined']);
  expect(moveGrade(start, 0, -1)).toBe(start);
  expect(moveGrade(start, 3, 1)).toBe(start);
});

it('quotas and periods change places', () => {
  expect(moveQuota(start, 1, -1).scoring.quotas?.map(({ code }) => code)).toEqual(['q2', 'q1']);
  expect(moveQuota(start, 1, 1)).toBe(start);
  const added = addPeriod(start, {
    code: 'hk2',
    title: 'II',
    from: '2027-01-16',
    to: '2027-05-31',
    due: '2027-05-31T17:00',
  });
  const two = added.ok ? added.value : start;
  expect(movePeriod(two, 1, -1).conduct.periods.map(({ code }) => code)).toEqual(['hk2', 'ca-nam']);
  expect(movePeriod(two, 0, -1)).toBe(two);
});

it('a grade’s new code is taken over by quotas and gates, and never that of another grade', () => {
  const renamed = renameGrade(start, 1, 'TOT');
  expect(renamed.ok && renamed.value.scoring).toMatchObject({
    quotas: [
      { grade: 'HTXS', of: 'graded' },
      { grade: 'TOT', of: 'TOT' },
    ],
    gates: [{ effect: { gradeAtMost: 'TOT' } }],
  });
  expect(renameGrade(start, 1, 'HT')).toMatchObject({ ok: false, code: 'code-taken' });
});
