import { millionths } from '../../numbers/decimal.ts';
import { ceil, say, distinct, one, type ExamplesOf } from '../examples.ts';
import type { CountRule } from './settings.ts';

export const examples: ExamplesOf<CountRule> = (line) => {
  const { rule } = line;
  const after = rule.after === undefined ? 0n : millionths(rule.after);
  const enough = after + ceil(millionths(line.max), millionths(rule.each)) * one;
  return distinct([enough, after + ((enough - after) / 2n / one) * one, after]).map((x) => ({
    figure: { value: say(x) },
  }));
};
