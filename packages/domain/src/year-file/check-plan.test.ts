import { describe, expect, test } from 'vitest';
import { validCases } from '../../testing/conformance-cases.ts';
import { checkPlan, type Plan, type YearFile } from './index.ts';
import { parseYear } from '../year-check/index.ts';

const plan = (): Plan => ({
  code: 'p',
  title: 'Kế hoạch',
  from: '2023-09-01',
  to: '2024-08-31',
  scale: { base: '10', total: '10' },
  groups: [
    {
      code: '1',
      title: 'Nhóm 1',
      role: 'base',
      lines: [{ code: '1.1', title: 'Tiêu chí', kind: 'target', max: '10', rule: { kind: 'judged' } }],
    },
  ],
  grades: [
    { code: 'A', title: 'Tốt', from: '9' },
    { code: 'B', title: 'Đạt' },
  ],
  ranking: { within: 'block', by: ['total'], tie: 'shared' },
});

const warned = (changed: unknown) => checkPlan(changed).warnings.map(({ pointer, code }) => `${pointer} ${code}`);

function withRule(
  rule: Plan['groups'][number]['lines'] extends (infer L)[] | undefined
    ? L extends { rule: infer R }
      ? R
      : never
    : never,
) {
  const changed = plan();
  changed.groups[0]!.lines![0]!.rule = rule;
  return changed;
}

test('a sound plan has neither faults nor warnings', () => {
  expect(checkPlan(plan())).toEqual({ faults: [], warnings: [], plan: plan() });
});

test('a plan without blocks is added up too', () => {
  const [fault] = checkPlan({ ...plan(), scale: { base: '11' } }).faults;
  expect(fault).toMatchObject({ pointer: '/scale/base', code: 'base-sum-all' });
  expect(fault!.message).toBe('Điểm tối đa của các tiêu chí cộng lại là 10, phải bằng 11.');
});

test('an empty draft, or no object at all, gives faults and no crash', () => {
  for (const draft of [{}, null, [], 'x', 1, { groups: [null, { lines: [null, { rule: null }] }] }])
    expect(checkPlan(draft).faults.length).toBeGreaterThan(0);
});

test.each(validCases())('the same verdict as in the year: $name', ({ text }) => {
  const year = JSON.parse(text) as YearFile;
  expect(
    checkPlan(
      year.plan,
      year.units.map((unit) => unit.block),
    ).faults,
  ).toEqual([]);
});

test('the same faults as in the year, with places from the plan', () => {
  const broken = { ...plan(), places: 9, grades: [{ code: 'A', title: '', from: '9' }] };
  const year = { format: 'giaouoc-year/1', plan: broken, units: [], figures: [] };
  const parsed = parseYear(year);
  expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.pointer)).toEqual(
    checkPlan(broken).faults.map((fault) => `/plan${fault.pointer}`),
  );
});

describe('warnings', () => {
  const rule = '/groups/0/lines/0/rule';
  test('a line that can never earn points', () => {
    expect(warned(withRule({ kind: 'bands', of: 'value', bands: [{ from: '1', points: '-1' }] }))).toContain(
      `${rule} never-earns`,
    );
    expect(warned(withRule({ kind: 'leader', target: '0', within: 'block' }))).toContain(`${rule} never-earns`);
  });
  test('a max that the rule does not reach', () => {
    const rules = [
      { kind: 'checklist', items: [{ code: 'a', title: 'a', points: '4' }] } as const,
      { kind: 'levels', pick: 'one', levels: [{ code: 'a', title: 'a', points: '9.5' }] } as const,
    ];
    for (const one of rules)
      expect(warned(withRule(structuredClone(one) as never))).toEqual([`${rule} max-out-of-reach`]);
  });
  test('bands out of order', () => {
    const bands = [
      { from: '90', points: '10' },
      { from: '80', points: '2' },
      { from: '70', points: '5' },
    ];
    expect(warned(withRule({ kind: 'bands', of: 'value', bands }))).toEqual([
      `${rule}/bands/2/points bands-out-of-order`,
    ]);
  });
  test.each([
    ['points above the max', { line: '1.1', points: { gt: '10' } }],
    ['points below the lowest', { line: '1.1', points: { lt: '0' } }],
    ['yes of a judged line', { line: '1.1', yes: true }],
    ['value of a judged line', { line: '1.1', value: { gt: '1' } }],
    ['a total above the scale', { total: { ge: '10.5' } }],
    ['fewer than no months', { activeMonths: { lt: 0 } }],
    ['one of all that never holds', { all: [{ total: { ge: '1' } }, { total: { gt: '10' } }] }],
    ['all of any that never hold', { any: [{ total: { gt: '10' } }, { line: '1.1', yes: true }] }],
  ])('a gate that can never fire: %s', (_name, when) => {
    const gates = [{ code: 'g', title: '', when, effect: { notGraded: true } }];
    expect(warned({ ...plan(), gates })).toEqual(['/gates/0/when gate-never']);
  });
  test.each([
    { line: '1.1', points: { ge: '10' } },
    { line: '1.1', points: { le: '0' } },
    { line: '1.1', missing: true },
    { total: { eq: '10' } },
    { not: { line: '1.1', yes: true } },
  ])('a gate that can: %j', (when) => {
    expect(warned({ ...plan(), gates: [{ code: 'g', title: '', when, effect: { notGraded: true } }] })).toEqual([]);
  });
  test('an effect that changes nothing', () => {
    const when = { total: { ge: '5' } };
    const gates = [
      { code: 'g', title: '', when, effect: { totalAtMost: '10' } },
      { code: 'h', title: '', when, effect: { gradeAtMost: 'A' } },
    ];
    expect(warned({ ...plan(), gates })).toEqual([
      '/gates/0/effect/totalAtMost gate-idle',
      '/gates/1/effect/gradeAtMost gate-idle',
    ]);
  });
  test('grades that no one can have', () => {
    const grades = [
      { code: 'A', title: '', from: '10.5' },
      { code: 'B', title: '', from: '10.5' },
      { code: 'C', title: '' },
    ];
    expect(warned({ ...plan(), grades })).toEqual([
      '/grades/0/from grade-too-high',
      '/grades/1/from grade-too-high',
      '/grades/1/from grade-same-from',
    ]);
  });
  test('quotas of none and of all', () => {
    const quota = { grade: 'A', of: 'graded', within: 'block', rounding: 'floor', ties: 'keep' };
    const quotas = [
      { code: 'q', share: '0', ...quota },
      { code: 'r', share: '1', ...quota },
    ];
    expect(warned({ ...plan(), quotas })).toEqual(['/quotas/0/share quota-none', '/quotas/1/share quota-all']);
  });
});
