import type { Int } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { maxPoints } from '../scaling.ts';
import type { YesNoRule } from './settings.ts';

interface CompiledYesNo {
  one: Int;
  max: Int;
}

export const scoring: RuleScoring<YesNoRule, CompiledYesNo> = {
  sort: 'yes',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ one: ints.one, max: maxPoints(line, ints) }),
  reach: (c) => Number(c.max),
  points(c, cell, out) {
    out.num = c.max * cell.num;
    out.den = c.one;
  },
};
