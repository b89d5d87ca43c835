import type { Int } from '../../numbers/int.ts';
import { atMost, type RuleScoring } from '../rule-scoring.ts';
import { pointScale } from '../scaling.ts';
import type { ChecklistRule } from './settings.ts';

interface CompiledChecklist {
  zero: Int;
  points: Int[];
  max: Int;
  den: Int;
  largest: number;
}

export const scoring: RuleScoring<ChecklistRule, CompiledChecklist> = {
  sort: 'items',
  codes: (rule) => rule.items,
  lowest: () => '0',
  compile(rule, line, ints) {
    const scale = pointScale([...rule.items.map((item) => item.points), line.max], line, ints);
    const points = rule.items.map((item) => scale.of(item.points));
    const max = scale.of(line.max);
    return {
      zero: ints.zero,
      points,
      max,
      den: scale.den,
      largest: points.reduce((sum, value) => sum + Number(value), Number(max)),
    };
  },
  reach: (c) => c.largest,
  points(c, cell, out) {
    let sum = c.zero;
    for (let i = 0; i < c.points.length; i += 1) sum += cell.counts[i]! * c.points[i]!;
    out.num = atMost(sum, c.max);
    out.den = c.den;
  },
};
