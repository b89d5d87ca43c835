import { decimalsOf } from '../../numbers/decimal.ts';
import { over, rational, times } from '../../numbers/rational.ts';
import { figureAt, present, type RaiseOf } from '../raise.ts';
import type { BandsRule } from './settings.ts';
import { borderOf, bandsInOrder } from './in-order.ts';

export const raise: RaiseOf<BandsRule> = (rule, { now, target }) => {
  if (rule.of === 'target' && target === null) return [];
  const borders = bandsInOrder(rule).reverse();
  return present(
    borders.map((band) => {
      const border = rational(borderOf(band));
      const wanted = rule.of === 'target' ? over(times(border, rational(target ?? '0')), rational('100')) : border;
      const finest = rule.of === 'target' ? 6 : decimalsOf(borderOf(band));
      return figureAt(wanted, now, 'from' in band ? 'up' : 'down', false, finest);
    }),
  );
};
