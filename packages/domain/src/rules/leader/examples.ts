import { targetOf, nice, less, half, say, isPercent, type ExamplesOf } from '../examples.ts';
import type { LeaderRule } from './settings.ts';

export const examples: ExamplesOf<LeaderRule> = (line) => {
  const { rule } = line;
  const { own, target } = targetOf(rule.target, isPercent(line));
  const [best, middle, low] = [target + half(target), target + half(target) / 2n, less(target)].map((x) =>
    nice(x, target),
  );
  const lead = { best: { value: say(best ?? target) }, ...own };
  return [best, middle, low].map((x) => ({ figure: { value: say(x ?? target) }, ...lead }));
};
