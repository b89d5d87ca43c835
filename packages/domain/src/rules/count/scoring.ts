import { type Int, powerOfTen } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { fraction, maxPoints, pointScale } from '../scaling.ts';
import type { CountRule } from './settings.ts';

interface CompiledCount {
  zero: Int;
  one: Int;
  max: Int;
  each: Int;
  eachDen: Int;
  afterNum: Int;
  afterDen: Int;
}

export const scoring: RuleScoring<CountRule, CompiledCount> = {
  sort: 'value',
  lowest: () => '0',
  compile(rule, line, ints) {
    const scale = pointScale([rule.each], line, ints);
    const after = fraction(rule.after ?? '0', ints);
    return {
      zero: ints.zero,
      one: ints.one,
      max: maxPoints(line, ints),
      each: scale.of(rule.each),
      eachDen: ints.of(powerOfTen(scale.decimals - line.places)),
      afterNum: after.num,
      afterDen: after.den,
    };
  },
  reach: (c, figure) =>
    figure *
    Math.max(
      Number(c.each) * (Number(c.afterDen) + Number(c.afterNum)),
      Number(c.afterDen) * Number(c.eachDen) * Math.max(Number(c.max), 1),
    ),
  points(c, cell, out) {
    const beyond = cell.num * c.afterDen - c.afterNum * cell.den;
    out.den = c.one;
    if (beyond <= c.zero) {
      out.num = c.zero;
      return;
    }
    const num = c.each * beyond;
    const den = c.eachDen * cell.den * c.afterDen;
    if (num >= c.max * den) {
      out.num = c.max;
      return;
    }
    out.num = num;
    out.den = den;
  },
};
