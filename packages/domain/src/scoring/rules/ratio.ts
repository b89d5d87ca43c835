import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { bool, number, object, oneOf, share } from '../../year-file/primitives.ts';
import type { RuleScoring } from './rule-kind.ts';
import { fraction, maxPoints } from './scaling.ts';
import type { RuleCheck } from './rule-check.ts';

// Ratio (tỷ lệ): the figure against a target; all the points at the target, and a share of them, or none, below it.

export const ratioSettings = () =>
  object({
    kind: z.literal('ratio'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    better: oneOf(['higher', 'lower']),
    below: oneOf(['proportional', 'nothing']),
    floor: share.exactOptional(),
    strict: bool.exactOptional(),
  });

export type RatioRule = z.infer<ReturnType<typeof ratioSettings>>;

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

export const ratio: RuleScoring<RatioRule, CompiledRatio> = {
  sort: 'number',
  target: (rule) => rule.target,
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

export const ratioCheck: RuleCheck = {
  settings(rule, _line, note) {
    if (rule['floor'] !== undefined && rule['below'] === 'nothing') note([], 'floor-needs-proportional');
    if (rule['strict'] !== undefined && rule['below'] === 'proportional') note([], 'strict-needs-nothing');
  },
};
