import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fits } from '../figure/fits.ts';
import type { Plan, YearFile } from '../year-file/index.ts';
import { asUnitSees } from './as-unit-sees.ts';
import { carryOver } from './carry-over.ts';
import { defaultConduct } from './default-conduct.ts';
import { linesOf } from './document.ts';
import { emptyPlan } from './empty-plan.ts';
import { planTotals } from './totals.ts';
import { workedExamples } from './worked-examples.ts';

const folder = new URL('../../conformance/', import.meta.url);
const years = readdirSync(folder)
  .filter((name) => name.endsWith('.year.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as YearFile] as const);
const blocksOf = (year: YearFile) => [...new Set(year.units.map(({ block }) => block))];

describe.each(years)('%s', (_name, year) => {
  it('adds up to its scale in every block', () => {
    const { blocks } = planTotals(year.plan, blocksOf(year));
    expect(blocks.filter(({ short }) => short !== '0')).toEqual([]);
  });

  it('can be tried with figures that its rules take', () => {
    for (const { line } of linesOf(year.plan)) {
      const examples = workedExamples(line);
      expect(examples.length).toBeGreaterThan(0);
      for (const { figure } of examples) {
        if (figure !== undefined) expect([line.code, figure, fits(line, figure).ok]).toEqual([line.code, figure, true]);
      }
    }
  });
});

describe('running totals', () => {
  const plan = (groups: Plan['groups']): Pick<Plan, 'groups' | 'scale'> => ({ groups, scale: { base: '10' } });
  const line = (code: string, max: string, blocks?: string[]) => ({
    ...{ code, title: code, kind: 'target' as const, max, rule: { kind: 'yesNo' as const } },
    ...(blocks && { blocks }),
  });

  it('say what is missing, by block', () => {
    const groups: Plan['groups'] = [
      { code: '1', title: '', role: 'base', lines: [line('1.1', '6'), line('1.2', '2.5', ['th'])] },
    ];
    expect(planTotals(plan(groups), ['th', 'mn'])).toEqual({
      groups: new Map([['1', { least: '6', most: '8.5', uncapped: '8.5' }]]),
      blocks: [
        { block: 'th', possible: '8.5', wanted: '10', short: '1.5' },
        { block: 'mn', possible: '6', wanted: '10', short: '4' },
      ],
    });
  });

  it('cut a group at its maximum and count half-typed numbers as nothing', () => {
    const groups: Plan['groups'] = [
      { code: '1', title: '', role: 'base', max: '5', lines: [line('1.1', '6'), line('1.2', 'sáu')] },
    ];
    const { groups: totals, blocks } = planTotals(plan(groups), []);
    expect(totals.get('1')).toEqual({ least: '5', most: '5', uncapped: '6' });
    expect(blocks).toEqual([{ block: '', possible: '5', wanted: '10', short: '5' }]);
  });
});

describe('last year’s plan carried over', () => {
  it('moves every day by calendar years', () => {
    const last = emptyPlan({ code: 'a', title: 'A', from: '2023-09-01', to: '2024-08-31' });
    last.conduct.periods = [{ code: 'k', title: 'Kỳ', from: '2023-09-01', to: '2024-02-29', due: '2024-02-29T17:00' }];
    last.conduct.signing.due = '2023-10-05T17:00';
    const next = carryOver(last, { code: 'b', title: 'B', from: '2026-09-01', to: '2027-08-31' });
    expect(next.scoring).toMatchObject({ code: 'b', title: 'B', from: '2026-09-01', to: '2027-08-31' });
    expect(next.conduct.periods).toEqual([
      { code: 'k', title: 'Kỳ', from: '2026-09-01', to: '2027-02-28', due: '2027-02-28T17:00' },
    ]);
    expect(next.conduct.signing.due).toBe('2026-10-05T17:00');
  });
});

describe('a plan as a unit sees it', () => {
  const [, year] = years.find(([name]) => name.startsWith('real-05-02')) ?? [];
  if (year === undefined) throw new Error('the real plan is gone');

  it('holds the lines of its block in plan order, with their rules in words', () => {
    const document = { scoring: year.plan, conduct: defaultConduct(year.plan) };
    for (const block of blocksOf(year)) {
      const seen = asUnitSees(document, block);
      const codes = seen.groups.flatMap(({ lines }) => lines.map(({ code }) => code));
      const own = linesOf(year.plan).filter(({ line }) => line.blocks === undefined || line.blocks.includes(block));
      expect(codes).toEqual(own.map(({ line }) => line.code));
      expect(seen.groups.flatMap(({ lines }) => lines).every(({ words, brief }) => words !== '' && brief !== '')).toBe(
        true,
      );
    }
  });
});
