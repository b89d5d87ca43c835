import { decimalsOf, millionths, scaled } from '../../numbers/decimal.ts';
import { type Int, powerOfTen } from '../../numbers/int.ts';
import type { RuleScoring } from '../rule-scoring.ts';
import { pointScale } from '../scaling.ts';
import type { BandsRule } from './settings.ts';
import { borderOf, bandsInOrder } from './in-order.ts';

interface CompiledBands {
  zero: Int;
  one: Int;
  hundred: Int;
  ofTarget: boolean;
  from: boolean;
  borders: Int[];
  borderDen: Int;
  points: Int[];
  den: Int;
  largest: number;
  /** The points themselves may be longer than a double holds, whatever the figure. */
  largestPoints: number;
}

export const scoring: RuleScoring<BandsRule, CompiledBands> = {
  sort: 'number',
  target: (rule) => rule.target,
  lowest: (rule) =>
    rule.bands.reduce((least, band) => (millionths(band.points) < millionths(least) ? band.points : least), '0'),
  compile(rule, line, ints) {
    const ordered = bandsInOrder(rule);
    const decimals = Math.max(...ordered.map((band) => decimalsOf(borderOf(band))));
    const scale = pointScale(
      ordered.map((band) => band.points),
      line,
      ints,
    );
    const borders = ordered.map((band) => ints.of(scaled(borderOf(band), decimals)));
    const borderDen = ints.of(powerOfTen(decimals));
    return {
      zero: ints.zero,
      one: ints.one,
      hundred: ints.hundred,
      ofTarget: rule.of === 'target',
      from: ordered[0] !== undefined && 'from' in ordered[0],
      borders,
      borderDen,
      points: ordered.map((band) => scale.of(band.points)),
      den: scale.den,
      largest: Math.max(Number(borderDen), ...borders.map((border) => Math.abs(Number(border)))),
      largestPoints: Math.max(...ordered.map((band) => Math.abs(Number(scale.of(band.points))))),
    };
  },
  reach: (c, figure, target) =>
    Math.max((c.ofTarget ? 100 * figure * target : figure) * c.largest, 2 * c.largestPoints),
  points(c, cell, out) {
    const num = (c.ofTarget ? c.hundred * cell.num * cell.targetDen : cell.num) * c.borderDen;
    const den = c.ofTarget ? cell.den * cell.targetNum : cell.den;
    const { borders } = c;
    for (let i = 0; i < borders.length; i += 1) {
      const border = borders[i]! * den;
      if (c.from ? num >= border : num <= border) {
        out.num = c.points[i]!;
        out.den = c.den;
        return;
      }
    }
    out.num = c.zero;
    out.den = c.one;
  },
};
