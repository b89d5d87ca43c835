import { expect, it } from 'vitest';
import { figure } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import { twoSides } from '../../testing/two-sides.ts';
import type { YearChange } from '../year-change/year-change.ts';
import { applyChanges } from './apply-changes.ts';
import { figuresAsRead } from './figures-as-read.ts';
import type { YearInput } from './input.ts';

const at = { unit: 'TH-01', period: 'k1' } as const;
const input: YearInput = {
  document,
  units: [{ code: 'TH-01', name: 'CĐCS Trường Tiểu học', block: 'th' }],
  targets: [],
  ...twoSides([
    { ...at, line: '1.1', status: 'submitted', submitted: { value: '95' } },
    { ...at, line: '1.2', status: 'accepted', submitted: { value: '8' } },
  ]),
};
const read = (changes: readonly YearChange[]) =>
  figuresAsRead(applyChanges(input, changes)).map(({ line, status, submitted, settled }) => [
    line,
    status,
    submitted ?? null,
    settled ?? null,
  ]);
const before = [
  ['1.1', 'submitted', { value: '95' }, null],
  ['1.2', 'accepted', { value: '8' }, { value: '8' }],
];

it('gives the year as it stands afterwards, and leaves the one it was given alone', () => {
  const accepted = figure('1.1', 'accepted').assessment!;
  expect(read([])).toEqual(before);
  expect(read([{ kind: 'assessment', unit: 'TH-01', assessment: accepted }])).toEqual([
    ['1.1', 'accepted', { value: '95' }, { value: '95' }],
    before[1],
  ]);
  const [undone] = input.assessments;
  expect(read([{ kind: 'assessment-undone', unit: 'TH-01', assessment: undone! }])).toEqual([
    before[0],
    ['1.2', 'submitted', { value: '8' }, null],
  ]);
  const side = { line: 'T.1', period: 'k1', state: 'sent', value: { value: '1' }, submitted: { value: '1' } } as const;
  expect(
    read([
      {
        kind: 'figure',
        unit: 'TH-01',
        side: { ...side, line: '1.1', state: 'draft', submitted: undefined, sending: 1 },
      },
      { kind: 'figure', unit: 'TH-01', side: { ...side, sending: 1 } },
      { kind: 'report', unit: 'TH-01', period: 'k1', state: 'submitted' },
    ]),
  ).toEqual([['1.1', 'draft', null, null], before[1], ['T.1', 'submitted', { value: '1' }, null]]);
  expect(read([])).toEqual(before);
});

it('takes an assessment back by its id where it has one', () => {
  const stored = { ...input, assessments: input.assessments.map((one) => ({ ...one, id: 'a-1' })) };
  const same = { ...stored.assessments[0]!, id: 'a-1' };
  const after = applyChanges(stored, [{ kind: 'assessment-undone', unit: 'TH-01', assessment: same }]);
  expect(after.assessments).toEqual([]);
});
