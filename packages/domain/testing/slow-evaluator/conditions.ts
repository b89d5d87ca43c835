import type { LineScore } from './lines.ts';
import { wholeMonths } from './months.ts';
import * as q from './numbers.ts';
import { groupsInOrder, linesBelow } from './plan-order.ts';
import { valueOf } from './rules.ts';
import type { Totals } from './totals.ts';
import type { SlowComparison, SlowCondition, SlowUnit, SlowYear } from './year-shape.ts';

/** What a condition can look at: one unit's lines and totals, before any `totalAtMost`. */
export interface Evidence {
  readonly year: SlowYear;
  readonly unit: SlowUnit;
  readonly lines: readonly LineScore[];
  readonly totals: Totals;
}

function fits(value: q.Rational, test: SlowComparison<string>): boolean {
  const against = (text: string) => q.compare(value, q.parse(text));
  if (test.lt !== undefined) return against(test.lt) < 0;
  if (test.le !== undefined) return against(test.le) <= 0;
  if (test.eq !== undefined) return against(test.eq) === 0;
  if (test.ge !== undefined) return against(test.ge) >= 0;
  if (test.gt !== undefined) return against(test.gt) > 0;
  throw new Error('a comparison without a sign');
}

const asText = (test: SlowComparison<number>): SlowComparison<string> =>
  Object.fromEntries(Object.entries(test).map(([sign, months]) => [sign, String(months)]));

/** Whether a condition of scoring.md §6 holds. */
export function holds(condition: SlowCondition, about: Evidence): boolean {
  if (condition.all) return condition.all.every((one) => holds(one, about));
  if (condition.any) return condition.any.some((one) => holds(one, about));
  if (condition.not) return !holds(condition.not, about);
  if (condition.total) return fits(about.totals.total, condition.total);
  if (condition.anyLine) {
    const { group: code, points } = condition.anyLine;
    const entry = groupsInOrder(about.year.plan).find(({ group }) => group.code === code);
    if (!entry) throw new Error(`no group ${code}`);
    const below = linesBelow(entry.group).map((line) => line.code);
    return about.lines.some(
      (score) => score.status !== 'dropped' && below.includes(score.line.code) && fits(score.points, points),
    );
  }
  if (condition.activeMonths) {
    const { activeSince } = about.unit;
    if (activeSince === undefined) return false;
    return fits(q.whole(wholeMonths(activeSince, about.year.plan.to)), asText(condition.activeMonths));
  }
  if (condition.group !== undefined && condition.points) {
    const points = about.totals.groups.get(condition.group);
    if (points === undefined) throw new Error(`no group ${condition.group}`);
    return fits(points, condition.points);
  }
  const score = about.lines.find((one) => one.line.code === condition.line);
  if (score === undefined || score.status === 'dropped') return false;
  if (condition.points) return fits(score.points, condition.points);
  if (condition.missing === true) return score.status === 'missing';
  if (condition.value) {
    const value = score.figure === undefined ? undefined : valueOf(score.figure);
    return value !== undefined && fits(value, condition.value);
  }
  if (condition.yes !== undefined) return score.figure?.yes === condition.yes;
  throw new Error('a condition that says nothing');
}
