import { describe, expect, test } from 'vitest';
import { assessmentOf } from '../../testing/reporting.ts';
import { twoSemesters as document } from '../../testing/two-semesters.ts';
import type { Stage } from '../plan/conduct.schema.ts';
import type { PlanDocument } from '../plan/document.ts';
import { scoreYear } from '../scoring/index.ts';
import { assembleYear } from './assemble-year.ts';
import type { YearAssessment, YearInput } from './input.ts';
import { totalsOfStages } from './stage-totals.ts';

const units = ['TH-01', 'TH-02'].map((code) => ({ code, name: code, block: 'th' }));
const stages: Stage[] = [
  { code: 'self', kind: 'self', title: 'Tự chấm' },
  { code: 'peer', kind: 'peer', title: 'Chấm chéo' },
  { code: 'l1', kind: 'federation', title: 'Lần 1' },
  { code: 'l2', kind: 'federation', title: 'Lần 2' },
];
const plan = (more: Partial<PlanDocument['conduct']> = {}): PlanDocument => ({
  ...document,
  conduct: { ...document.conduct, stages, countsFrom: 'l2', ...more },
});
let clock = 0;
const said = (unit: string, line: string, stage: string, more: Partial<YearAssessment>): YearAssessment => ({
  ...assessmentOf(line, 'k1', 'adjusted', { at: ++clock, ...more, stage })!,
  unit,
});
/** Visits, half a point each, at most 5: both units sent 8, which are 4 points. */
const input = (assessments: YearAssessment[], of = plan()): YearInput => ({
  document: of,
  units,
  targets: [],
  figures: units.map(({ code }) => ({
    ...{ unit: code, line: '1.2', period: 'k1', state: 'sent', sending: 1 },
    submitted: { value: '8' },
  })),
  assessments,
});
const table = (given: YearInput) => {
  const { stages: list, final } = totalsOfStages(given);
  const row = (totals: ReadonlyMap<string, string>) => units.map(({ code }) => totals.get(code));
  return [...list.map(({ stage, totals }) => [stage, ...row(totals)]), ['final', ...row(final)]];
};

// A deduct line that nobody spoke of is worth its 4 points to both.
describe('totals side by side', () => {
  test('what each stage said, and what it left to the stage before it', () => {
    const words = [
      said('TH-01', '1.2', 'peer', { figure: { value: '6' } }),
      said('TH-01', '1.2', 'l1', { points: '2', reason: 'x' }),
      said('TH-02', '1.2', 'l2', { figure: { value: '2' } }),
    ];
    expect(table(input(words))).toEqual([
      ['self', '8.00', '8.00'],
      ['peer', '7.00', '4.00'],
      ['l1', '6.00', '4.00'],
      ['l2', '6.00', '5.00'],
      ['final', '6.00', '5.00'],
    ]);
  });
  test('where unverified figures count, the word of the unit stands until somebody speaks', () => {
    const words = [said('TH-02', '1.2', 'l2', { figure: { value: '2' } })];
    expect(table(input(words, plan({ unverifiedCounts: true })))).toEqual([
      ['self', '8.00', '8.00'],
      ['peer', '8.00', '8.00'],
      ['l1', '8.00', '8.00'],
      ['l2', '8.00', '5.00'],
      ['final', '8.00', '5.00'],
    ]);
  });
  test('what a later stage returns stays in the totals before it', () => {
    const words = [
      said('TH-01', '1.2', 'peer', { decision: 'accepted' }),
      said('TH-01', '1.2', 'l1', { decision: 'returned' }),
    ];
    expect(table(input(words)).map(([stage, first]) => [stage, first])).toEqual([
      ['self', '8.00'],
      ['peer', '8.00'],
      ['l1', '4.00'],
      ['l2', '4.00'],
      ['final', '4.00'],
    ]);
  });
  test('final is the stage that counts, which need not be the last', () => {
    const words = [
      said('TH-01', '1.2', 'l1', { points: '2', reason: 'x' }),
      said('TH-01', '1.2', 'l2', { points: '1', reason: 'x' }),
    ];
    expect(table(input(words, plan({ countsFrom: 'l1' }))).slice(2)).toEqual([
      ['l1', '6.00', '4.00'],
      ['l2', '5.00', '4.00'],
      ['final', '6.00', '4.00'],
    ]);
  });
  test('what the federation entered itself is not in the self-score', () => {
    const entered = said('TH-01', '1.3', 'l1', {
      figure: { faults: { tre: 1 } },
      decision: 'accepted',
      sending: 0,
      entered: true,
    });
    expect(table(input([entered])).map(([stage, first]) => [stage, first])).toEqual([
      ['self', '8.00'],
      ['peer', '4.00'],
      ['l1', '3.00'],
      ['l2', '3.00'],
      ['final', '3.00'],
    ]);
  });
  test('a plan of before stages had kinds that does not list the federation', () => {
    const old = plan({
      stages: [
        { code: 'self', title: 'Tự chấm' },
        { code: 'committee', title: 'Hội đồng' },
      ],
      countsFrom: 'committee',
    });
    const words = [said('TH-01', '1.2', 'federation', { figure: { value: '6' } })];
    expect(table(input(words, old))).toEqual([
      ['self', '8.00', '8.00'],
      ['committee', '7.00', '4.00'],
      ['final', '7.00', '4.00'],
    ]);
    const { year } = assembleYear(input(words, old), 'verified');
    expect(scoreYear(year).units.map(({ total }) => total)).toEqual(['7.00', '4.00']);
  });
});
