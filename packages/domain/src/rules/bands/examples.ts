import { millionths } from '../../numbers/decimal.ts';
import { targetOf, stepOf, say, distinct, one, isPercent, type ExamplesOf } from '../examples.ts';
import { figure } from './figure.ts';
import { bandsInOrder, borderOf } from './in-order.ts';
import type { BandsRule } from './settings.ts';

export const examples: ExamplesOf<BandsRule> = (line, accumulate) => {
  const { rule } = line;
  const ordered = bandsInOrder(rule);
  const borders = ordered.map((band) => millionths(borderOf(band)));
  const [best, last] = [borders[0] ?? 0n, borders.at(-1) ?? 0n];
  const outside = ordered[0] !== undefined && 'from' in ordered[0] ? last - stepOf(last) : last + stepOf(last);
  const tried = distinct([best, borders[Math.floor(borders.length / 2)] ?? last, outside]).filter((x) => x >= 0n);
  const { own, target } = targetOf(rule.target ?? '100', isPercent(line));
  const values = rule.of === 'target' ? tried.map((x) => (x * target) / (100n * one)) : tried;
  const asShare = figure.input(line, accumulate) === 'partWhole';
  return values.map((x) => ({
    figure: asShare ? { part: say(x), whole: '100' } : { value: say(x) },
    ...(rule.of === 'target' ? own : {}),
  }));
};
