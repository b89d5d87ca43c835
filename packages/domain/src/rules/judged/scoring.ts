import { type Int, powerOfTen } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { maxPoints } from '../scaling.ts';
import type { JudgedRule } from './settings.ts';

interface CompiledJudged {
  max: Int;
  scale: Int;
}

export const scoring: RuleScoring<JudgedRule, CompiledJudged> = {
  sort: 'points',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ max: maxPoints(line, ints), scale: ints.of(powerOfTen(line.places)) }),
  reach: (c, figure) => figure * Number(c.scale),
  points(c, cell, out) {
    out.num = cell.num * c.scale;
    out.den = cell.den;
  },
};
