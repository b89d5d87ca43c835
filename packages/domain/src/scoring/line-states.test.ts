import { describe, expect, test } from 'vitest';
import { lineWith, testCases } from '../../testing/line-cases.ts';
import { scoreLine } from './index.ts';

const figure = { notApplicable: true } as const;

describe('not applicable', () => {
  const rule = { kind: 'yesNo' } as const;
  testCases(lineWith(rule, { whenNotApplicable: 'full' }), [
    ['full', { figure }, '4.00', 'Không áp dụng cho đơn vị; theo kế hoạch được trọn 4,00 điểm.'],
  ]);
  testCases(lineWith(rule, { whenNotApplicable: 'zero' }), [
    ['zero', { figure }, '0.00', 'Không áp dụng cho đơn vị; theo kế hoạch tính 0 điểm.'],
  ]);
  testCases(lineWith(rule, { whenNotApplicable: 'drop' }), [
    ['drop', { figure }, '0.00', 'Không áp dụng cho đơn vị; tiêu chí này được bỏ ra và điểm cơ bản được quy đổi lại.'],
  ]);
});

test('not assigned: the line does not exist', () => {
  expect(scoreLine(lineWith({ kind: 'yesNo' }), { assigned: false })).toEqual({
    status: null,
    points: '0.00',
    rule: null,
  });
});

test('an adjustment stands in place of the points, which stay visible', () => {
  const adjustment = { points: '1.005', reason: 'Biên bản' };
  const score = scoreLine(lineWith({ kind: 'yesNo' }), { figure: { yes: true }, adjustment });
  expect(score).toMatchObject({ status: 'adjusted', points: '1.01', computed: '4.00' });
});

test('an adjustment serves a missing figure', () => {
  const score = scoreLine(lineWith({ kind: 'yesNo' }), { adjustment: { points: '2', reason: 'Biên bản' } });
  expect(score).toEqual({ status: 'adjusted', points: '2.00', computed: '0.00', rule: null });
});

test('a plan with other places', () => {
  expect(scoreLine(lineWith({ kind: 'judged' }), { figure: { points: '2.5' } }, 0).points).toBe('3');
  expect(scoreLine(lineWith({ kind: 'judged' }), { figure: { points: '0.00005' } }, 4).points).toBe('0.0001');
});
