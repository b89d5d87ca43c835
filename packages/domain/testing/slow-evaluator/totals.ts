import { inBlocks, type LineScore } from './lines.ts';
import * as q from './numbers.ts';
import { forBlock, groupsInOrder, linesBelow } from './plan-order.ts';
import type { Role, SlowGroup, SlowLine, SlowUnit, SlowYear } from './year-shape.ts';

export interface Totals {
  readonly groups: ReadonlyMap<string, q.Rational>;
  readonly base: q.Rational;
  readonly bonus: q.Rational;
  readonly penalty: q.Rational;
  /** After `scale.total` and the floor of 0, before any gate's `totalAtMost`. */
  readonly total: q.Rational;
  readonly nothingAssigned: boolean;
}

function groupPoints(group: SlowGroup, lines: readonly LineScore[], into: Map<string, q.Rational>): q.Rational {
  const own = lines.filter((score) => (group.lines ?? []).some((line) => line.code === score.line.code));
  const parts = [
    ...own.map((score) => score.points),
    ...(group.groups ?? []).map((child) => groupPoints(child, lines, into)),
  ];
  let points = q.sum(parts);
  if (group.max !== undefined) points = q.atMost(points, q.parse(group.max));
  if (group.min !== undefined) points = q.atLeast(points, q.parse(group.min));
  into.set(group.code, points);
  return points;
}

/** The possible points of a group when only these lines count. */
export function possible(group: SlowGroup, counts: (line: SlowLine) => boolean): q.Rational {
  const all = q.sum([
    ...(group.lines ?? []).filter(counts).map((line) => q.parse(line.max)),
    ...(group.groups ?? []).map((child) => possible(child, counts)),
  ]);
  return group.max === undefined ? all : q.atMost(all, q.parse(group.max));
}

/** Everything of scoring.md §5 for one unit. */
export function totalsOf(year: SlowYear, unit: SlowUnit, lines: readonly LineScore[]): Totals {
  const { plan } = year;
  const groups = new Map<string, q.Rational>();
  for (const group of plan.groups) groupPoints(group, lines, groups);
  const tops = (role: Role) => groupsInOrder(plan).filter((entry) => entry.top && entry.role === role);
  const sumOf = (role: Role) => q.sum(tops(role).map((entry) => groups.get(entry.group.code) ?? q.ZERO));

  const counts = (line: SlowLine) => lines.some((score) => score.line.code === line.code && score.status !== 'dropped');
  const expected = tops('base')
    .flatMap((entry) => linesBelow(entry.group))
    .filter((line) => inBlocks(line, unit.block));
  let base = sumOf('base');
  let nothingAssigned = false;
  if (!expected.every(counts)) {
    const left = q.sum(tops('base').map((entry) => possible(entry.group, counts)));
    if (left.n === 0n) {
      base = q.ZERO;
      nothingAssigned = true;
    } else {
      const full = q.parse(forBlock(plan.scale.base, unit.block));
      base = q.round(q.divide(q.multiply(base, full), left), plan.places ?? 2);
    }
  }

  let bonus = q.atLeast(sumOf('bonus'), q.ZERO);
  if (plan.scale.bonusMax !== undefined) bonus = q.atMost(bonus, q.parse(plan.scale.bonusMax));
  let penalty = q.atMost(sumOf('penalty'), q.ZERO);
  if (plan.scale.penaltyMax !== undefined)
    penalty = q.atLeast(penalty, q.subtract(q.ZERO, q.parse(plan.scale.penaltyMax)));

  let total = q.add(q.add(base, bonus), penalty);
  if (plan.scale.total !== undefined) total = q.atMost(total, q.parse(forBlock(plan.scale.total, unit.block)));
  total = q.atLeast(total, q.ZERO);
  return { groups, base, bonus, penalty, total, nothingAssigned };
}
