import type { Int } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { maxPoints } from '../scaling.ts';
import type { LeaderRule } from './settings.ts';

interface CompiledLeader {
  zero: Int;
  one: Int;
  two: Int;
  max: Int;
}

export const scoring: RuleScoring<LeaderRule, CompiledLeader> = {
  sort: 'number',
  target: (rule) => rule.target,
  leads: (rule) => rule.within,
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
