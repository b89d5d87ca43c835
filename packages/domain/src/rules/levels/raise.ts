import { millionths } from '../../numbers/decimal.ts';
import type { RaiseOf } from '../raise.ts';
import type { LevelsRule } from './settings.ts';

export const raise: RaiseOf<LevelsRule> = (rule, { now, max }) => {
  const byPoints = [...rule.levels].sort((a, b) => Number(millionths(a.points) - millionths(b.points)));
  if (rule.pick === 'one') return byPoints.map(({ code }) => ({ levels: { [code]: 1 } }));
  const best = byPoints.at(-1)!;
  const step = millionths(best.points);
  // What counts against the unit goes first; then the best level as often as it takes.
  const counts = rule.levels.flatMap(({ code, points }) => {
    const count = now?.levels !== undefined && Object.hasOwn(now.levels, code) ? (now.levels[code] ?? 0) : 0;
    return count === 0 || millionths(points) < 0n ? [] : [{ code, count, points: millionths(points) }];
  });
  const kept: Record<string, number> = Object.fromEntries(counts.map(({ code, count }) => [code, count]));
  const earned = counts.reduce((sum, { count, points }) => sum + BigInt(count) * points, 0n);
  const short = millionths(max) - earned;
  if (step <= 0n || short <= 0n) return [{ levels: kept }];
  const had = Object.hasOwn(kept, best.code) ? (kept[best.code] ?? 0) : 0;
  const more = (often: bigint) => ({ levels: { ...kept, [best.code]: had + Number(often) } });
  return [{ levels: kept }, more(1n), more((short + step - 1n) / step)];
};
