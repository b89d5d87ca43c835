import type { UnitResult } from './results.ts';
import type { PointsWhy } from './why/unit-why.ts';
import type { GroupWhy, LineWhy, TotalWhy } from './why/whys.ts';

/**
 * What is stored of one unit's score. Rank, grade and quotas are not in it: they speak of the others too, they appear only
 * once the officer has made the year provisional, and then they stand in its snapshot.
 */
export type StoredResult = Pick<
  UnitResult,
  'unit' | 'block' | 'cluster' | 'base' | 'bonus' | 'penalty' | 'total' | 'gates' | 'notGraded' | 'groups' | 'lines'
>;
export type StoredWhys = { lines: LineWhy[]; groups: GroupWhy[]; total: TotalWhy };

export function storedResult({
  unit,
  block,
  cluster,
  base,
  bonus,
  penalty,
  total,
  gates,
  notGraded,
  groups,
  lines,
}: UnitResult): StoredResult {
  return { unit, block, cluster, base, bonus, penalty, total, gates, notGraded, groups, lines };
}

/** Whys of lines without the names of others: who leads a line is not said before publication (A2), only with what. */
export const withoutLeaders = (lines: readonly LineWhy[]): LineWhy[] =>
  lines.map((line) =>
    line.rule?.leader ? { ...line, rule: { ...line.rule, leader: { ...line.rule.leader, units: [] } } } : line,
  );

export const storedWhys = (why: PointsWhy): StoredWhys => ({
  lines: withoutLeaders(why.lines),
  groups: why.groups,
  total: why.total,
});
