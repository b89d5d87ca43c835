import { describe, expect, it } from 'vitest';
import { marksOf, scoreYear, startScoring } from '../scoring/index.ts';
import type { YearFile } from '../year-file/index.ts';
import { parseYear } from '../year-check/index.ts';
import { againstMarks } from './against-marks.ts';

const line = (code: string, rule: object, more: object = {}) => ({
  code,
  title: code,
  kind: 'target',
  max: '10',
  rule,
  ...more,
});

/** Two leader lines, by value and by share, and one that looks at nobody else. */
const plan = {
  code: 'p',
  title: 'Kế hoạch',
  from: '2026-09-01',
  to: '2027-08-31',
  scale: { base: '30' },
  groups: [
    {
      code: '1',
      title: 'Nhóm',
      role: 'base',
      lines: [
        line('1.1', { kind: 'leader', target: '5', within: 'block' }),
        line('1.2', { kind: 'leader', target: 'unit', within: 'cluster' }, { unit: '%' }),
        line('1.3', { kind: 'yesNo' }),
      ],
    },
  ],
  grades: [{ code: 'HT', title: 'Hoàn thành' }],
  ranking: { within: 'block', by: ['total'], tie: 'shared' },
};

const units = ['A', 'B', 'C'].map((code) => ({ code, name: code, block: 'k', cluster: code === 'C' ? 'xa' : 'gan' }));
const figures = [
  { unit: 'A', line: '1.1', value: '7' },
  { unit: 'A', line: '1.2', part: '20', whole: '41' },
  { unit: 'A', line: '1.3', yes: true },
  { unit: 'B', line: '1.1', value: '8.25' },
  { unit: 'B', line: '1.2', part: '41', whole: '46' },
  { unit: 'C', line: '1.1', value: '9' },
  { unit: 'C', line: '1.2', part: '46', whole: '46' },
];
const targets = ['A', 'B', 'C'].map((unit) => ({ unit, line: '1.2', target: '30' }));

function yearOf(codes: string[]): YearFile {
  const of = <T extends { unit: string }>(list: T[]) => list.filter(({ unit }) => codes.includes(unit));
  const parsed = parseYear({
    format: 'giaouoc-year/1',
    plan,
    units: units.filter(({ code }) => codes.includes(code)),
    figures: of(figures),
    targets: of(targets),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.year;
}

const own = (year: YearFile) => scoreYear(year).units.find(({ unit }) => unit === 'A')!;
const everyone = yearOf(['A', 'B', 'C']);
const marks = marksOf(startScoring(everyone), 0);

describe('a unit alone against the marks of the others', () => {
  it('has the points that it has among them, to the last decimal', () => {
    expect(marks).toEqual({ '1.1': { part: '9', whole: '100' }, '1.2': { part: '4100', whole: '4600' } });
    const alone = own(againstMarks(yearOf(['A']), marks));
    expect(alone).toMatchObject({
      lines: own(everyone).lines,
      groups: own(everyone).groups,
      total: own(everyone).total,
    });
    // Without the marks it would lead on both.
    expect(own(yearOf(['A'])).total).not.toBe(alone.total);
  });

  it('has nothing on a leader line while there is no mark, and all of the rest', () => {
    const alone = own(againstMarks(yearOf(['A']), { '1.1': marks['1.1']! }));
    const points = Object.fromEntries(alone.lines.map(({ line: code, points: given }) => [code, given]));
    expect(points['1.1']).toBe(own(everyone).lines[0]!.points);
    expect([points['1.2'], points['1.3']]).toEqual(['0.00', '10.00']);
  });

  it('leaves a plan without leader lines as it is', () => {
    const year = yearOf(['A']);
    const plain = {
      ...year,
      plan: { ...year.plan, groups: year.plan.groups.map((group) => ({ ...group, lines: [] })) },
    };
    expect(againstMarks(plain, marks)).toBe(plain);
  });
});
