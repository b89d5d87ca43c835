import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { number, object, oneOf } from '../../year-file/primitives.ts';
import type { RuleScoring } from './rule-kind.ts';
import { maxPoints } from './scaling.ts';

// Leader (so với đơn vị dẫn đầu): half the points at the target, all for the best of the block or cluster.

export const leaderSettings = () =>
  object({
    kind: z.literal('leader'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    within: oneOf(['block', 'cluster']),
  });

export type LeaderRule = z.infer<ReturnType<typeof leaderSettings>>;

interface CompiledLeader {
  zero: Int;
  one: Int;
  two: Int;
  max: Int;
}

export const leader: RuleScoring<LeaderRule, CompiledLeader> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ zero: ints.zero, one: ints.one, two: ints.two, max: maxPoints(line, ints) }),
  reach: (c, figure, target) => 4 * figure * figure * target * Math.max(Number(c.max), 1),
  points(c, cell, out) {
    out.num = c.zero;
    out.den = c.one;
    const t = cell.targetNum * cell.den;
    if (t <= c.zero) return;
    const a = cell.num * cell.targetDen;
    if (a <= t) {
      // M/2 · max(a, 0)/t, which is M/2 at the target.
      if (a <= c.zero) return;
      out.num = c.max * a;
      out.den = c.two * t;
      return;
    }
    // L − t and a − t over their own denominators; M/2 + M/2 · (a − t)/(L − t) is M at a = L.
    const beyond = (a - t) * cell.bestDen;
    const best = (cell.bestNum * cell.targetDen - cell.targetNum * cell.bestDen) * cell.den;
    out.num = c.max * (best + beyond);
    out.den = c.two * best;
  },
};
