import { expect, test } from 'vitest';
import type { UnitWhy } from '../explain/index.ts';
import { property } from '../../testing/property.ts';
import { fromChoices, randomChange, randomYear, withChange } from '../../testing/random-year/index.ts';
import { parseYear } from '../year-check/index.ts';
import { scoreInputsOf, resultsOf, startScoring, whyOf, type ScoredYear } from './index.ts';

/** A year and the same year after one change that leaves it valid, where one was found. */
const changedYears = fromChoices((choices) => {
  const year = randomYear(choices, 6);
  for (let left = 4; left > 0; left -= 1) {
    const change = randomChange(choices, year);
    if (change && parseYear(withChange(year, change)).ok) return { year, change };
  }
  return { year, change: undefined };
});

const start = (year: unknown): ScoredYear => {
  const parsed = parseYear(year);
  if (!parsed.ok) throw new Error(`not valid: ${JSON.stringify(parsed.faults)}`);
  return startScoring(parsed.year);
};

/** What a unit has by itself: without rank, grade and quotas, and without who else shares a lead. */
function ownOf(year: ScoredYear, index: number): unknown {
  const { rank: _rank, grade: _grade, undecided: _undecided, ...result } = resultsOf(year).units[index]!;
  const { lines, groups, total }: UnitWhy = whyOf(year, result.unit);
  const unled = lines.map((line) =>
    line.rule?.leader ? { ...line, rule: { ...line.rule, leader: { ...line.rule.leader, units: [] } } } : line,
  );
  return { result, lines: unled, groups, total };
}

const seen = { moved: 0, still: 0 };
property('what a unit has changes only with what it is made of', 300, changedYears, ({ year, change }) => {
  if (!change) return;
  const [before, now] = [start(year), start(withChange(year, change))];
  now.units.forEach((unit, index) => {
    const earlier = before.unitIndex.get(unit.code);
    if (earlier === undefined) return;
    if (scoreInputsOf(before, earlier) === scoreInputsOf(now, index)) {
      expect(ownOf(now, index)).toEqual(ownOf(before, earlier));
      seen.still += 1;
    } else seen.moved += 1;
  });
});

property('a unit that is called otherwise is made of the same', 50, changedYears, ({ year }) => {
  const before = start(year);
  const renamed = startScoring({
    ...before.file,
    units: before.file.units.map((unit) => ({ ...unit, name: 'Tên mới' })),
  });
  before.units.forEach((_, index) => expect(scoreInputsOf(renamed, index)).toBe(scoreInputsOf(before, index)));
});

test('the examples hold units that moved and units that did not', () => {
  expect(seen.moved).toBeGreaterThan(0);
  expect(seen.still).toBeGreaterThan(0);
});
