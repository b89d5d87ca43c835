import type { Int } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { fraction, maxPoints } from '../scaling.ts';
import type { RatioRule } from './settings.ts';

interface CompiledRatio {
  zero: Int;
  one: Int;
  max: Int;
  higher: boolean;
  proportional: boolean;
  strict: boolean;
  floorNum: Int;
  floorDen: Int;
}

export const scoring: RuleScoring<RatioRule, CompiledRatio> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowerIsBetter: (rule) => rule.better === 'lower',
  zeroIsTarget: true,
  lowest: () => '0',
  compile(rule, line, ints) {
    const floor = fraction(rule.floor ?? '0', ints);
    return {
      zero: ints.zero,
      one: ints.one,
      max: maxPoints(line, ints),
      higher: rule.better === 'higher',
      proportional: rule.below === 'proportional',
      strict: rule.strict === true,
      floorNum: floor.num,
      floorDen: floor.den,
    };
  },
  reach: (c, figure, target) => figure * target * Math.max(Number(c.max), Number(c.floorDen)),
  points(c, cell, out) {
    // a/t = over/under, where the smaller is better the other way round.
    const a = cell.num * cell.targetDen;
    const t = cell.targetNum * cell.den;
    const over = c.higher ? a : t;
    const under = c.higher ? t : a;
    out.den = c.one;
    if (c.strict ? over > under : over >= under) {
      out.num = c.max;
      return;
    }
    out.num = c.zero;
    if (!c.proportional) return;
    // higher: 0 when a < 0 (then over < 0; a ≥ 0 below the target makes under > 0); lower: 0 when t ≤ 0.
    if (over < c.zero || under <= c.zero || over * c.floorDen < c.floorNum * under) return;
    out.num = c.max * over;
    out.den = under;
  },
};
