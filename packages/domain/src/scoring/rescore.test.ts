import { expect, test } from 'vitest';
import { withChange } from '../../testing/random-year/index.ts';
import { evaluate, type SlowPlan, type SlowYear } from '../../testing/slow-evaluator/index.ts';
import { parseYear } from '../year-check/index.ts';
import { rescore, resultsOf, startScoring, type Change } from './index.ts';

const plan: SlowPlan = {
  code: 'kh',
  title: 'Kế hoạch',
  from: '2025-09-01',
  to: '2026-08-31',
  scale: { base: '20' },
  groups: [
    {
      code: '1',
      title: 'Chỉ tiêu',
      role: 'base',
      lines: [
        {
          code: '1.1',
          title: 'Dẫn đầu',
          kind: 'target',
          max: '10',
          rule: { kind: 'leader', target: '5', within: 'block' },
        },
        { code: '1.2', title: 'Chấm', kind: 'task', max: '10', rule: { kind: 'judged' } },
      ],
    },
    {
      code: 'F',
      title: 'Dữ kiện',
      role: 'fact',
      lines: [
        { code: 'F1', title: 'Kỷ luật', kind: 'task', max: '0', rule: { kind: 'yesNo' } },
        { code: 'F2', title: 'Số vụ', kind: 'task', max: '0', rule: { kind: 'count', each: '1' } },
      ],
    },
  ],
  gates: [
    { code: 'g1', title: 'Kỷ luật', when: { line: 'F1', yes: true }, effect: { gradeAtMost: 'C' } },
    { code: 'g3', title: 'Hơn một vụ', when: { line: 'F2', value: { gt: '1' } }, effect: { totalAtMost: '15' } },
    { code: 'g2', title: 'Hơn hai vụ', when: { line: 'F2', value: { gt: '2' } }, effect: { totalAtMost: '12' } },
  ],
  grades: [
    { code: 'A', title: 'A', from: '15' },
    { code: 'B', title: 'B', from: '10' },
    { code: 'C', title: 'C' },
  ],
  quotas: [
    { code: 'q1', grade: 'A', share: '0.5', of: 'graded', within: 'block', rounding: 'ceil', ties: 'keep' },
    { code: 'q2', grade: 'B', share: '0.34', of: 'graded', within: 'federation', rounding: 'floor', ties: 'drop' },
  ],
  ranking: { within: 'block', by: ['total', 'line:1.1'], tie: 'shared' },
};

const year: SlowYear = {
  format: 'giaouoc-year/1',
  plan,
  units: ['a', 'b', 'c', 'd', 'e', 'f'].map((code, at) => ({ code, name: code, block: at < 3 ? 'x' : 'y' })),
  figures: ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((unit, at) => [
    { unit, line: '1.1', value: String(4 + at) },
    { unit, line: '1.2', points: String(10 - at) },
    { unit, line: 'F1', yes: false },
    { unit, line: 'F2', value: '0' },
  ]),
};

const changes: [string, Change[], string][] = [
  // Points and status of a fact line stay as they are; what a gate sees in it does not.
  ['a fact that only a gate looks at', [{ kind: 'figure', unit: 'b', line: 'F1', figure: { yes: true } }], 'b'],
  ['a number that only a gate looks at', [{ kind: 'figure', unit: 'b', line: 'F2', figure: { value: '3' } }], 'b'],
  [
    'of two caps the smaller one counts, though the larger comes first',
    [
      { kind: 'figure', unit: 'a', line: '1.1', figure: { value: '9' } },
      { kind: 'figure', unit: 'a', line: 'F2', figure: { value: '2.5' } },
      { kind: 'figure', unit: 'a', line: 'F2', figure: { value: '1.5' } },
    ],
    'a',
  ],
  [
    'a new leader takes points from the others of the block',
    [{ kind: 'figure', unit: 'a', line: '1.1', figure: { value: '20' } }],
    'c',
  ],
  ['the leader goes', [{ kind: 'figure', unit: 'f', line: '1.1', figure: null }], 'e'],
  [
    'the leader is no longer asked',
    [
      { kind: 'figure', unit: 'f', line: '1.1', figure: null },
      { kind: 'target', unit: 'f', line: '1.1', target: { assigned: false } },
    ],
    'e',
  ],
  [
    'a person decides, and takes it back',
    [
      { kind: 'adjustment', unit: 'd', line: '1.2', adjustment: { points: '10', reason: 'Biên bản' } },
      { kind: 'adjustment', unit: 'd', line: '1.2', adjustment: null },
    ],
    'd',
  ],
  [
    'a unit of one block moves the quota of the whole federation',
    [{ kind: 'figure', unit: 'd', line: '1.2', figure: { points: '0' } }],
    'b',
  ],
];

test.each(changes)('%s: as from scratch, and something changes for someone', (_name, steps, looksAt) => {
  const parsed = parseYear(year);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  let scored = startScoring(parsed.year);
  let file = year;
  let differs = false;
  for (const change of steps) {
    const before = JSON.stringify(evaluate(file).results.units.find((unit) => unit.unit === looksAt));
    scored = rescore(scored, change);
    file = withChange(file, change);
    const { results } = evaluate(file);
    expect(resultsOf(scored)).toEqual(results);
    differs ||= JSON.stringify(results.units.find((unit) => unit.unit === looksAt)) !== before;
  }
  expect(differs, 'the change is one that matters').toBe(true);
});
