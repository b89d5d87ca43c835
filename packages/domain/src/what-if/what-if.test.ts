import { describe, expect, test } from 'vitest';
import { validCases } from '../../testing/conformance-cases.ts';
import { resultsOf, rescore, scoreYear, startScoring, yearOf } from '../scoring/index.ts';
import type { YearFile } from '../year-file/index.ts';
import { parseYear } from '../year-check/index.ts';
import { compareYears, nearThresholds, whatWouldHelp, type Suggestion } from './index.ts';

const years = validCases().map(({ name, text }) => ({ name, year: JSON.parse(text) as YearFile }));
const real = years.filter(({ name }) => name.startsWith('real'));

/** A suggestion has to come true to the last digit, and leave the year valid. */
function comesTrue(year: YearFile, unit: string, { change, line, total, grade, rank, to }: Suggestion): void {
  const after = rescore(startScoring(year), change);
  const own = resultsOf(after, { digest: false }).units.find((one) => one.unit === unit)!;
  expect({ total: own.total, grade: own.grade, rank: own.rank }).toEqual({ total, grade, rank });
  expect(own.lines.find((one) => one.line === line)!.points).toBe(to);
  const parsed = parseYear({ ...yearOf(after), decisions: [] });
  expect(parsed.ok ? [] : parsed.faults).toEqual([]);
}

test.each(years)('each suggestion comes true: $name', ({ year }) => {
  const results = scoreYear(year, { digest: false });
  for (const { unit } of results.units.slice(0, 4)) {
    const help = whatWouldHelp(year, results, unit);
    for (const suggestion of help.lines) comesTrue(year, unit, suggestion);
    for (const way of [...(help.nextGrade?.ways ?? []), ...(help.unitAbove?.ways ?? [])]) {
      let scored = startScoring(year);
      for (const change of way.changes) scored = rescore(scored, change);
      const own = resultsOf(scored, { digest: false }).units.find((one) => one.unit === unit)!;
      expect({ total: own.total, grade: own.grade, rank: own.rank }).toEqual({
        total: way.total,
        grade: way.grade,
        rank: way.rank,
      });
    }
  }
});

describe('what would help', () => {
  const year: YearFile = {
    format: 'giaouoc-year/1',
    plan: {
      code: 'p',
      title: '',
      from: '2023-09-01',
      to: '2024-08-31',
      scale: { base: '10' },
      groups: [
        {
          code: '1',
          title: '',
          role: 'base',
          lines: [
            {
              code: '1.1',
              title: 'Khám sức khỏe',
              kind: 'target',
              max: '6',
              unit: '%',
              rule: { kind: 'ratio', target: '95', better: 'higher', below: 'proportional', floor: '0.5' },
            },
            { code: '1.2', title: 'Thăm hỏi', kind: 'task', max: '4', rule: { kind: 'count', each: '0.5' } },
          ],
        },
      ],
      grades: [
        { code: 'A', title: 'Tốt', from: '9' },
        { code: 'B', title: 'Đạt' },
      ],
      ranking: { within: 'block', by: ['total'], tie: 'shared' },
    },
    units: [
      { code: 'U', name: '', block: 'th' },
      { code: 'V', name: '', block: 'th' },
    ],
    figures: [
      { unit: 'U', line: '1.1', part: '41', whole: '46' },
      { unit: 'U', line: '1.2', value: '6' },
      { unit: 'V', line: '1.1', value: '95' },
      { unit: 'V', line: '1.2', value: '7' },
    ],
  };
  const help = whatWouldHelp(year, scoreYear(year), 'U');

  test('the least figure that gains all points, largest gain first', () => {
    expect(help.lines.map(({ line, figure, from, to, gain }) => ({ line, figure, from, to, gain }))).toEqual([
      { line: '1.2', figure: { value: '8' }, from: '3.00', to: '4.00', gain: '1.00' },
      { line: '1.1', figure: { part: '44', whole: '46' }, from: '5.63', to: '6.00', gain: '0.37' },
    ]);
  });
  test('the cheapest ways to the next grade: 9 from 8.63', () => {
    expect(help.nextGrade).toMatchObject({ grade: 'A', short: '0.37' });
    expect(help.nextGrade!.ways.map((way) => way.steps.map((step) => [step.line, step.figure, way.total]))).toEqual([
      [['1.1', { part: '44', whole: '46' }, '9.00']],
      [['1.2', { value: '7' }, '9.13']],
    ]);
  });
  test('past the unit just above: more than 9.5', () => {
    expect(help.unitAbove).toMatchObject({ unit: 'V', short: '0.87' });
    expect(help.unitAbove!.ways.map((way) => way.steps.map((step) => [step.line, step.figure, way.rank]))).toEqual([
      [['1.2', { value: '8' }, 1]],
    ]);
  });
  test('the best has nothing above, and no better grade', () => {
    expect(whatWouldHelp(year, scoreYear(year), 'V')).toMatchObject({ nextGrade: null, unitAbove: null });
  });
  test('several lines together where one is not enough', () => {
    const low = { ...year, figures: year.figures.filter((figure) => figure.unit === 'V') };
    const way = whatWouldHelp(low, scoreYear(low), 'U').nextGrade!.ways;
    expect(way.map(({ steps, total }) => [steps.map((step) => step.line), total])).toEqual([[['1.1', '1.2'], '9.00']]);
  });
  test('near the border of a grade, and what would flip it', () => {
    expect(nearThresholds(year, scoreYear(year), '0.5')).toEqual([
      {
        unit: 'U',
        kind: 'grade',
        code: 'A',
        side: 'below',
        distance: '0.37',
        flips: [
          { line: '1.1', change: { kind: 'figure', unit: 'U', line: '1.1', figure: { part: '44', whole: '46' } } },
          { line: '1.2', change: { kind: 'figure', unit: 'U', line: '1.2', figure: { value: '7' } } },
        ],
      },
      {
        unit: 'V',
        kind: 'grade',
        code: 'A',
        side: 'above',
        distance: '0.50',
        flips: [
          { line: '1.1', change: { kind: 'figure', unit: 'V', line: '1.1', figure: null } },
          { line: '1.2', change: { kind: 'figure', unit: 'V', line: '1.2', figure: null } },
        ],
      },
    ]);
  });
});

test.each(real)('every flip crosses its border: $name', ({ year }) => {
  const results = scoreYear(year, { digest: false });
  const scored = startScoring(year);
  for (const { unit, kind, code, side, flips } of nearThresholds(year, results, '1').slice(0, 20)) {
    const from = year.plan.grades.find((grade) => grade.code === code)?.from;
    if (kind !== 'grade' || typeof from !== 'string') continue;
    for (const { change } of flips) {
      const own = resultsOf(rescore(scored, change), { digest: false }).units.find((one) => one.unit === unit)!;
      expect(Number(own.total) >= Number(from)).toBe(side === 'below');
    }
  }
});

describe('comparing years', () => {
  const { year } = real[0]!;
  const first = year.units[0]!.code;
  test('a year with itself', () => expect(compareYears(year, year)).toEqual([]));
  test('one figure taken away: the unit, its line, and why', () => {
    const figure = year.figures.find((one) => one.unit === first && one.notApplicable === undefined)!;
    const less = { ...year, figures: year.figures.filter((one) => one !== figure) };
    const own = compareYears(year, less).find((one) => one.unit === first)!;
    expect(own).toMatchObject({ change: 'changed', plan: false });
    expect(own.lines).toHaveLength(1);
    expect(own.lines[0]).toMatchObject({ line: figure.line, reasons: ['figure'] });
  });
  test('a unit more, a unit less', () => {
    const without = {
      ...year,
      units: year.units.slice(1),
      figures: year.figures.filter((one) => one.unit !== first),
      targets: (year.targets ?? []).filter((one) => one.unit !== first),
      adjustments: (year.adjustments ?? []).filter((one) => one.unit !== first),
    };
    expect(compareYears(year, without).find((one) => one.unit === first)).toMatchObject({
      change: 'removed',
      after: null,
    });
    expect(compareYears(without, year).find((one) => one.unit === first)).toMatchObject({
      change: 'added',
      before: null,
    });
  });
  test('grades that moved are the plan’s doing', () => {
    const grades = year.plan.grades.map((grade) => (grade.from === undefined ? grade : { ...grade, from: '0' }));
    const changed = compareYears(year, { ...year, plan: { ...year.plan, grades } });
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((one) => one.plan && one.lines.length === 0)).toBe(true);
  });
});
