import { millionths } from '../../numbers/decimal.ts';
import { say, distinct, one, type ExamplesOf } from '../examples.ts';
import type { JudgedRule } from './settings.ts';

export const examples: ExamplesOf<JudgedRule> = (line) => {
  const { rule } = line;
  const max = millionths(line.max);
  const step = rule.step === undefined ? one / 4n : millionths(rule.step);
  const stepped = (x: bigint) => (x / step) * step;
  return distinct([stepped(max), stepped((max * 3n) / 5n), 0n]).map((x) => ({ figure: { points: say(x) } }));
};
