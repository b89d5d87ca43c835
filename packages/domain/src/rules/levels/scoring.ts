import type { Int } from '../../numbers/int.ts';
import { atLeast, atMost, type RuleScoring } from '../rule-scoring.ts';
import { pointScale } from '../scaling.ts';
import type { LevelsRule } from './settings.ts';

interface CompiledLevels {
  zero: Int;
  points: Int[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const scoring: RuleScoring<LevelsRule, CompiledLevels> = {
  sort: 'levels',
  codes: (rule) => rule.levels,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale([...rule.levels.map((level) => level.points), line.max, min], line, ints);
    const points = rule.levels.map((level) => scale.of(level.points));
    const max = scale.of(line.max);
    return {
      zero: ints.zero,
      points,
      max,
      min: scale.of(min),
      den: scale.den,
      largest: points.reduce(
        (sum, value) => sum + Math.abs(Number(value)),
        Math.abs(Number(max)) + Math.abs(Number(scale.of(min))),
      ),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let sum = c.zero;
    for (let i = 0; i < c.points.length; i += 1) sum += cell.counts[i]! * c.points[i]!;
    out.num = atLeast(atMost(sum, c.max), c.min);
    out.den = c.den;
  },
};
