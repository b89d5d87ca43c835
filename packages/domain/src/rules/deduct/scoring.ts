import type { Int } from '../../numbers/int.ts';
import { atLeast, atMost, type RuleScoring } from '../rule-scoring.ts';
import { pointScale } from '../scaling.ts';
import type { DeductRule } from './settings.ts';

interface CompiledDeduct {
  each: Int[];
  caps: (Int | null)[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const scoring: RuleScoring<DeductRule, CompiledDeduct> = {
  sort: 'faults',
  missingIsNone: true,
  codes: (rule) => rule.faults,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale(
      [...rule.faults.flatMap((fault) => [fault.each, fault.max ?? '0']), line.max, min],
      line,
      ints,
    );
    const each = rule.faults.map((fault) => scale.of(fault.each));
    const max = scale.of(line.max);
    return {
      each,
      caps: rule.faults.map((fault) => (fault.max === undefined ? null : scale.of(fault.max))),
      max,
      min: scale.of(min),
      den: scale.den,
      largest: each.reduce((sum, value) => sum + Number(value), Number(max) + Math.abs(Number(scale.of(min)))),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let left = c.max;
    for (let i = 0; i < c.each.length; i += 1) {
      const lost = cell.counts[i]! * c.each[i]!;
      const cap = c.caps[i]!;
      left -= cap === null ? lost : atMost(lost, cap);
    }
    out.num = atLeast(left, c.min);
    out.den = c.den;
  },
};
