import { expect, it } from 'vitest';
import { code, unit, value } from '../../testing/reporting.ts';
import { twoSemesters } from '../../testing/two-semesters.ts';
import { twoSides } from '../../testing/two-sides.ts';
import { applyChanges } from '../progress/apply-changes.ts';
import { assembleYear } from '../progress/assemble-year.ts';
import type { YearInput } from '../progress/input.ts';
import { scoreYear } from '../scoring/index.ts';
import { assignLines } from './assign-lines.ts';

const taken = { targets: [{ line: '1.1', assigned: false }] };
const forOthers = {
  ...twoSemesters,
  scoring: {
    ...twoSemesters.scoring,
    groups: twoSemesters.scoring.groups.map((group) => ({
      ...group,
      lines: (group.lines ?? []).map((line) => (line.code === '1.2' ? { ...line, blocks: ['mn'] } : line)),
    })),
  },
};

it.each([
  ['taken', {}, ['1.1'], false, 'Đơn vị không có đối tượng', 'ok'],
  ['given back', taken, ['1.1'], true, 'Giao lại', 'ok'],
  ['a line twice is one', {}, ['1.1', '1.1'], false, 'x', 'ok'],
  ['no reason', {}, ['1.1'], false, ' \u00a0 ', 'reason-needed'],
  ['no such line', {}, ['9.9'], false, 'x', 'line-unknown'],
  ['not a code of the plan', {}, ['constructor'], false, 'x', 'line-unknown'],
  ['a line of another block', { document: forOthers }, ['1.2'], false, 'x', 'line-unknown'],
  ['taken already', taken, ['1.2', '1.1'], false, 'x', 'line-taken-already'],
  ['never taken', {}, ['1.1'], true, 'x', 'line-not-taken'],
] as const)('%s', (_, of, lines, assigned, reason, answer) => {
  expect(code(assignLines(unit([], of), lines, assigned, reason))).toBe(answer);
});

it('what it leads to: the line is gone from the year and the rest scaled up; given back, all is as before', () => {
  const input: YearInput = {
    document: twoSemesters,
    units: [{ code: 'TH-01', name: 'A', block: 'th' }],
    targets: [{ unit: 'TH-01', line: '1.2', target: '3' }],
    ...twoSides([
      { unit: 'TH-01', line: '1.4', period: 'k2', status: 'accepted', submitted: { points: '2.5' } },
      { unit: 'TH-01', line: '1.1', period: 'k1', status: 'accepted', submitted: { value: '95' } },
    ]),
  };
  const base = (of: YearInput) => scoreYear(assembleYear(of, 'verified').year).units[0]!.base;
  const without = applyChanges(input, value(assignLines(unit([]), ['1.1', '1.2'], false, 'x')));
  // 4 + 2,5 of 9 that are left, scaled to 20.
  expect([base(input), base(without)]).toEqual(['12.50', '14.44']);
  // The unit's own number of a line that was taken is kept.
  expect(without.targets).toContainEqual({ unit: 'TH-01', line: '1.2', target: '3', assigned: false });
  const targets = ['1.1', '1.2'].map((line) => ({ line, assigned: false }));
  const back = applyChanges(without, value(assignLines(unit([], { targets }), ['1.1', '1.2'], true, 'y')));
  expect(base(back)).toBe('12.50');
});
