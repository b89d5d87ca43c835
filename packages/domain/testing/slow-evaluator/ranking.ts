import * as q from './numbers.ts';
import type { Grading } from './grading.ts';
import type { LineScore } from './lines.ts';
import type { Totals } from './totals.ts';
import type { SlowUnit, SlowYear, Within } from './year-shape.ts';

/** A unit with all that ranking and quotas look at. */
export interface Scored {
  readonly unit: SlowUnit;
  readonly lines: readonly LineScore[];
  readonly totals: Totals;
  readonly grading: Grading;
}

/** One key of `ranking.by` as a number of which more is better; undefined comes after the others. */
function keyOf(year: SlowYear, scored: Scored, key: string): q.Rational | undefined {
  const { totals, grading, unit } = scored;
  const previous = unit.previousTotal === undefined ? undefined : q.parse(unit.previousTotal);
  if (key === 'total') return grading.total;
  if (key === 'base') return totals.base;
  if (key === 'bonus') return totals.bonus;
  if (key === 'penalty') return totals.penalty;
  if (key === 'previous') return previous;
  if (key === 'progress') return previous === undefined ? undefined : q.subtract(grading.total, previous);
  if (key === 'lot') {
    const lots = year.lots ?? {};
    const lot = Object.hasOwn(lots, unit.code) ? lots[unit.code] : undefined;
    return lot === undefined ? undefined : q.whole(-lot);
  }
  if (key.startsWith('group:')) return totals.groups.get(key.slice('group:'.length));
  const line = scored.lines.find((score) => `line:${score.line.code}` === key);
  return line === undefined || line.status === 'dropped' ? undefined : line.points;
}

/** Below zero when the first unit is before the second, zero when they are equal in all keys. */
export function compareScored(year: SlowYear, first: Scored, second: Scored): number {
  for (const key of year.plan.ranking.by) {
    const a = keyOf(year, first, key);
    const b = keyOf(year, second, key);
    if (a === undefined && b === undefined) continue;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    const order = q.compare(b, a);
    if (order !== 0) return order;
  }
  return 0;
}

/** Where a unit competes. */
export function placeOf(unit: SlowUnit, within: Within): string {
  if (within === 'federation') return '';
  const place = within === 'block' ? unit.block : unit.cluster;
  if (place === undefined) throw new Error('a unit without the cluster it needs');
  return place;
}

/** One more than the number of graded units of the same place that are before it; null when not graded. */
export function rankOf(year: SlowYear, all: readonly Scored[], scored: Scored): number | null {
  if (scored.grading.grade === null) return null;
  const { within } = year.plan.ranking;
  const place = placeOf(scored.unit, within);
  const before = all.filter(
    (other) =>
      other.grading.grade !== null && placeOf(other.unit, within) === place && compareScored(year, other, scored) < 0,
  );
  return before.length + 1;
}
