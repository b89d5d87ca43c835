import { millionths } from '../../numbers/decimal.ts';
import { targetOf, share, nice, less, stepOf, say, one, isPercent, type ExamplesOf } from '../examples.ts';
import { figure } from './figure.ts';
import type { RatioRule } from './settings.ts';

export const examples: ExamplesOf<RatioRule> = (line, accumulate) => {
  const { rule } = line;
  const { own, target } = targetOf(rule.target, isPercent(line));
  const floor = rule.floor === undefined ? 0n : millionths(rule.floor);
  const higher = rule.better === 'higher';
  const full = rule.strict ? (higher ? target + stepOf(target) : target - stepOf(target)) : target;
  const low = higher ? (target * (floor > 0n ? floor * 9n : 4n * one)) / (10n * one) : target * 3n;
  const near = higher ? less(target) : target + less(target) / 4n;
  if (figure.input(line, accumulate) === 'partWhole')
    return [full, near, low].map((x) => ({ figure: share(x, higher), ...own }));
  return [full, near, low].map((x) => ({ figure: { value: say(nice(x, target)) }, ...own }));
};
