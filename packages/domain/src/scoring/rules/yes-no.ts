import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { object } from '../../year-file/primitives.ts';
import type { RuleScoring } from './rule-kind.ts';
import { maxPoints } from './scaling.ts';

// Yes or no (có hay không): all the points or none.

export const yesNoSettings = () => object({ kind: z.literal('yesNo') });

export type YesNoRule = z.infer<ReturnType<typeof yesNoSettings>>;

interface CompiledYesNo {
  one: Int;
  max: Int;
}

export const yesNo: RuleScoring<YesNoRule, CompiledYesNo> = {
  sort: 'yes',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ one: ints.one, max: maxPoints(line, ints) }),
  reach: (c) => Number(c.max),
  points(c, cell, out) {
    out.num = c.max * cell.num;
    out.den = c.one;
  },
};
