import { expect } from 'vitest';
import { scoreYear, type Change, type UnitResult, type YearResults } from '../scoring/index.ts';
import { property } from '../../testing/property.ts';
import { fromChoices, randomChange, randomYear, validYear, withChange } from '../../testing/random-year/index.ts';
import type { SlowYear } from '../../testing/slow-evaluator/index.ts';
import * as q from '../../testing/slow-evaluator/numbers.ts';
import { parseYear } from '../year-check/index.ts';
import { compareYears, nearThresholds, whatWouldHelp, type Suggestion } from './index.ts';

/** A year without decisions, which a suggestion could make void, and one of its units. */
const yearsWithUnit = fromChoices((choices) => {
  const { decisions: _decisions, ...year } = randomYear(choices, 6);
  return { year, unit: year.units.length === 0 ? null : choices.pick(year.units).code };
});

const unitOf = (results: YearResults, code: string): UnitResult => {
  const unit = results.units.find((one) => one.unit === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
};

const after = (year: SlowYear, changes: readonly Change[]): YearResults =>
  scoreYear(validYear(changes.reduce(withChange, year)), { digest: false });

const difference = (to: string, from: string): q.Rational => q.subtract(long(to), long(from));

function long(text: string): q.Rational {
  const [head = '0', tail = ''] = text.split('.');
  return q.rational(BigInt(head + tail), 10n ** BigInt(tail.length));
}

function expectPromise(suggestion: Suggestion, year: SlowYear, now: UnitResult): void {
  const then = unitOf(after(year, [suggestion.change]), now.unit);
  expect({ total: suggestion.total, grade: suggestion.grade, rank: suggestion.rank }).toEqual({
    total: then.total,
    grade: then.grade,
    rank: then.rank,
  });
  expect(q.compare(long(suggestion.gain), difference(then.total, now.total))).toBe(0);
  expect(suggestion.from).toBe(now.lines.find((line) => line.line === suggestion.line)?.points);
  expect(suggestion.to).toBe(then.lines.find((line) => line.line === suggestion.line)?.points);
}

property('a suggestion gains exactly what it promises', 120, yearsWithUnit, ({ year, unit }) => {
  if (unit === null) return;
  const results = scoreYear(validYear(year));
  const now = unitOf(results, unit);
  const help = whatWouldHelp(validYear(year), results, unit);
  expect(help.unit).toBe(unit);
  for (const suggestion of help.lines) {
    expectPromise(suggestion, year, now);
    expect(q.compare(long(suggestion.to), long(suggestion.from)), 'more points on its line').toBeGreaterThan(0);
  }
});

property('a way to the next grade or past the next unit leads there', 120, yearsWithUnit, ({ year, unit }) => {
  if (unit === null) return;
  const results = scoreYear(validYear(year));
  const now = unitOf(results, unit);
  const help = whatWouldHelp(validYear(year), results, unit);
  const grade = (code: string | null) => year.plan.grades.findIndex((one) => one.code === code);
  const arrive = (way: { steps: Suggestion[]; total: string; grade: string | null; rank: number | null }) => {
    const then = after(
      year,
      way.steps.map((step) => step.change),
    );
    const own = unitOf(then, unit);
    expect({ total: way.total, grade: way.grade, rank: way.rank }).toEqual({
      total: own.total,
      grade: own.grade,
      rank: own.rank,
    });
    return { then, own };
  };
  for (const way of help.nextGrade?.ways ?? []) {
    const { own } = arrive(way);
    expect(grade(own.grade)).toBeLessThanOrEqual(grade(help.nextGrade?.grade ?? null));
    expect(grade(own.grade)).toBeLessThan(grade(now.grade));
  }
  for (const way of help.unitAbove?.ways ?? []) {
    const { then, own } = arrive(way);
    const above = unitOf(then, help.unitAbove?.unit ?? '');
    expect(own.rank ?? Infinity).toBeLessThan(above.rank ?? Infinity);
  }
});

/** Whether a unit is out by a quota: cut by it, or no candidate of it any more and below its grade. */
function isOut(year: SlowYear, results: YearResults, unit: string, code: string): boolean {
  const why = results.whys?.units.find((one) => one.unit === unit)?.quotas.find((one) => one.quota === code);
  if (why) return ['cut', 'tie-dropped', 'decided-cut'].includes(why.outcome);
  const grade = (of: string | null | undefined) => year.plan.grades.findIndex((one) => one.code === of);
  return grade(unitOf(results, unit).grade) > grade(year.plan.quotas?.find((quota) => quota.code === code)?.grade);
}

property(
  'a flip crosses the border it is for, and the distance is that to the border',
  120,
  yearsWithUnit,
  ({ year }) => {
    const file = validYear(year);
    const results = scoreYear(file, { explain: true });
    for (const near of nearThresholds(file, results, '3')) {
      const now = unitOf(results, near.unit);
      const from = year.plan.grades.find((grade) => grade.code === near.code)?.from;
      const border = typeof from === 'object' ? from[now.block] : from;
      const reaches = (unit: UnitResult) => q.compare(long(unit.total), long(border ?? '0')) >= 0;
      if (near.kind === 'grade') expect(reaches(now)).toBe(near.side === 'above');
      else expect(isOut(year, results, near.unit, near.code)).toBe(near.side === 'below');
      for (const flip of near.flips) {
        const then = scoreYear(validYear(withChange(year, flip.change)), { explain: true });
        if (near.kind === 'grade') expect(reaches(unitOf(then, near.unit))).toBe(near.side === 'below');
        else expect(isOut(year, then, near.unit, near.code)).toBe(near.side === 'above');
      }
    }
  },
);

const twoYears = fromChoices((choices) => {
  const year = randomYear(choices, 6);
  let other = year;
  for (let left = choices.between(1, 3); left > 0; left -= 1) {
    const change = randomChange(choices, other);
    if (change && parseYear(withChange(other, change)).ok) other = withChange(other, change);
  }
  return { year, other };
});

property(
  'a comparison names every unit whose standing or lines changed, and no other',
  200,
  twoYears,
  ({ year, other }) => {
    const [a, b] = [validYear(year), validYear(other)];
    expect(compareYears(a, a)).toEqual([]);
    const before = new Map(scoreYear(a).units.map((unit) => [unit.unit, unit]));
    const changed = scoreYear(b).units.filter((unit) => {
      const old = before.get(unit.unit);
      const lines = (one: UnitResult | undefined) =>
        JSON.stringify(one?.lines.map(({ line, status, points }) => [line, status, points]));
      return (
        old?.total !== unit.total || old.rank !== unit.rank || old.grade !== unit.grade || lines(old) !== lines(unit)
      );
    });
    const found = compareYears(a, b);
    expect(found.map((one) => one.unit).toSorted()).toEqual(changed.map((unit) => unit.unit).toSorted());
    for (const one of found) {
      const [old, now] = [before.get(one.unit), changed.find((unit) => unit.unit === one.unit)];
      expect(one.before?.total).toBe(old?.total);
      expect(one.after?.total).toBe(now?.total);
      for (const line of one.lines) expect(line.reasons.length, `a reason for ${line.line}`).toBeGreaterThan(0);
    }
  },
);
