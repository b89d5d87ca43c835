import type { Plan } from '../../../packages/domain/src/year-file/index.ts';

export const BLOCKS = ['mam-non', 'tieu-hoc', 'thcs'] as const;

const level = (code: string, points: string) => ({ code, title: `Mức ${code}`, points });
const fault = (code: string, each: string, max?: string) => ({
  code,
  title: `Lỗi ${code}`,
  each,
  ...(max === undefined ? {} : { max }),
});
const line = (
  code: string,
  max: string,
  rule: Plan['groups'][number]['lines'] extends (infer L)[] | undefined
    ? L extends { rule: infer R }
      ? R
      : never
    : never,
  more: object = {},
) => ({
  code,
  title: `Tiêu chí ${code}`,
  kind: 'target' as const,
  max,
  rule,
  ...more,
});

/**
 * One plan for the whole nation: 18 lines of all nine kinds, a group with a cap, a line that may be dropped (so that the
 * base is rescaled), bonus and penalty with limits, a gate, four grades, ranks within the block of each federation.
 */
export const PLAN: Plan = {
  code: 'toan-quoc',
  title: 'Kế hoạch thi đua',
  from: '2025-09-01',
  to: '2026-08-31',
  scale: { base: '100', bonusMax: '4', penaltyMax: '5', total: '100' },
  groups: [
    {
      code: '1',
      title: 'Chỉ tiêu',
      role: 'base',
      max: '46',
      lines: [
        line('1.1', '6', { kind: 'ratio', target: '95', better: 'higher', below: 'proportional', floor: '0.5' }),
        line('1.2', '6', { kind: 'ratio', target: '90', better: 'higher', below: 'proportional' }),
        line('1.3', '4', { kind: 'ratio', target: '98', better: 'higher', below: 'nothing', strict: true }),
        line('1.4', '4', { kind: 'ratio', target: '5', better: 'lower', below: 'proportional' }),
        line('1.5', '6', { kind: 'ratio', target: 'unit', better: 'higher', below: 'proportional' }),
        line(
          '1.6',
          '6',
          {
            kind: 'bands',
            of: 'value',
            bands: [
              { from: '90', points: '6' },
              { from: '80', points: '4.5' },
              { from: '65', points: '3' },
              { from: '50', points: '1.25' },
            ],
          },
          { whenNotApplicable: 'drop' },
        ),
        line('1.7', '5', {
          kind: 'bands',
          of: 'target',
          target: 'unit',
          bands: [
            { from: '100', points: '5' },
            { from: '90', points: '3.5' },
            { from: '75', points: '2.25' },
          ],
        }),
        line('1.8', '4', { kind: 'yesNo' }),
        line('1.9', '6', { kind: 'leader', target: '20', within: 'block' }),
      ],
    },
    {
      code: '2',
      title: 'Nhiệm vụ',
      role: 'base',
      lines: [
        line('2.1', '8', {
          kind: 'levels',
          pick: 'one',
          levels: [level('a', '8'), level('b', '6'), level('c', '3.5'), level('d', '-2')],
        }),
        line('2.2', '6', {
          kind: 'levels',
          pick: 'many',
          min: '-2',
          levels: [level('a', '1.5'), level('b', '1'), level('c', '-0.5')],
        }),
        line('2.3', '8', {
          kind: 'checklist',
          items: [level('a', '2'), level('b', '2'), level('c', '2'), level('d', '1.5'), level('e', '1.5')],
        }),
        line('2.4', '8', { kind: 'count', each: '0.75', after: '2' }),
        line('2.5', '12', { kind: 'deduct', faults: [fault('x', '1'), fault('y', '0.5', '3'), fault('z', '2', '6')] }),
        line('2.6', '12', { kind: 'judged', step: '0.25' }),
      ],
    },
    {
      code: '3',
      title: 'Điểm thưởng',
      role: 'bonus',
      lines: [line('3.1', '3', { kind: 'count', each: '0.35' }), line('3.2', '2', { kind: 'yesNo' })],
    },
    {
      code: '4',
      title: 'Điểm trừ',
      role: 'penalty',
      lines: [line('4.1', '0', { kind: 'deduct', min: '-5', faults: [fault('x', '0.5', '2'), fault('y', '2')] })],
    },
  ],
  gates: [{ code: 'g1', title: 'Báo cáo', when: { line: '1.8', yes: false }, effect: { gradeAtMost: 'HTT' } }],
  grades: [
    { code: 'HTXS', title: 'Hoàn thành xuất sắc nhiệm vụ', from: '90' },
    { code: 'HTT', title: 'Hoàn thành tốt nhiệm vụ', from: '75' },
    { code: 'HT', title: 'Hoàn thành nhiệm vụ', from: '50' },
    { code: 'KHT', title: 'Không hoàn thành nhiệm vụ' },
  ],
  ranking: { within: 'block', by: ['total', 'group:1', 'bonus'], tie: 'shared' },
};
