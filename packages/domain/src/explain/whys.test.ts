import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plus, rational, round } from '../numbers/rational.ts';
import { scoreYear } from '../scoring/index.ts';
import { yearArbitrary } from '../../testing/random-year/index.ts';
import { validCases } from '../../testing/conformance-cases.ts';
import type { YearFile } from '../year-file/index.ts';
import { explain, explainGrade, explainGroup, explainQuota, explainRank, explainTotal } from './index.ts';
import type { LineWhy } from '../scoring/why/whys.ts';

const fraction = ({ num, den }: { num: string; den: string }) => ({ num: BigInt(num), den: BigInt(den) });

/** The why of every line leads back to its points, of every group and total to its sum; every sentence is whole. */
function checkWhys(year: YearFile): void {
  const { whys, units } = scoreYear(year, { explain: true });
  const places = year.plan.places ?? 2;
  whys!.units.forEach((why, index) => {
    const unit = units[index]!;
    expect(why.unit).toBe(unit.unit);
    expect(why.lines.map(({ line, status, points }) => ({ line, status, points }))).toEqual(
      unit.lines.map(({ line, status, points }) => ({ line, status, points })),
    );
    for (const line of why.lines) checkLine(line, places);
    expect(why.groups.map(({ group, points }) => ({ group, points }))).toEqual(unit.groups);
    const { total } = why;
    const sum = [total.base, total.bonus.points, total.penalty.points].map(rational).reduce(plus);
    expect(round(sum, places)).toBe(total.sum);
    expect([total.base, total.bonus.points, total.penalty.points, total.total]).toEqual([
      unit.base,
      unit.bonus,
      unit.penalty,
      unit.total,
    ]);
    expect(why.grade.grade).toBe(unit.scoredGrade);
    expect(why.grade.steps.filter((step) => step.passed).map((step) => step.grade)).toEqual(
      unit.scoredGrade === null ? [] : [unit.scoredGrade],
    );
    expect(why.rank.rank).toBe(unit.rank);
    const said = [
      ...why.groups.map(explainGroup),
      explainTotal(total, year.plan),
      explainGrade(why.grade, year.plan),
      explainRank(why.rank, year.plan),
      ...why.quotas.map((quota) => explainQuota(quota, year.plan)),
    ];
    for (const text of said) expect(text).toMatch(/[^.]\.$/);
  });
}

function checkLine(line: LineWhy, places: number): void {
  expect(explain(line)).toMatch(/\.$/);
  expect(explain(line)).not.toContain('undefined');
  if (line.rule === null) return;
  expect(round(fraction(line.rule.before), places)).toBe(line.rule.rounded);
  expect(line.rule.rounded).toBe(line.computed ?? line.points);
  if (line.rule.limit === null) expect(round(fraction(line.rule.raw), 12)).toBe(round(fraction(line.rule.before), 12));
}

describe('the whys lead back to the points', () => {
  test.each(validCases())('$name', ({ text }) => checkWhys(JSON.parse(text) as YearFile));
  test('random years', () => {
    fc.assert(
      fc.property(yearArbitrary(), (year) => checkWhys(year as unknown as YearFile)),
      { numRuns: 150, seed: 20260101, endOnFailure: true },
    );
  });
});

test('the whys are not in the bytes of the digest', () => {
  const year = JSON.parse(validCases().at(-1)!.text) as YearFile;
  const { whys, ...rest } = scoreYear(year, { explain: true });
  expect(whys!.units).toHaveLength(year.units.length);
  expect(rest).toEqual(scoreYear(year));
});
