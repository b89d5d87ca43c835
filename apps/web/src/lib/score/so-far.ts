import { addDecimals } from '@giaouoc/domain/numbers/exact';
import type { PointsSoFar } from '@giaouoc/domain/progress/points-so-far';

/** The parts that points so far add up from, as decimals: `sure + wait + bonus + penalty = total`, exactly. */
export type Parts = {
  total: string;
  /** Base points that are verified, and those that are only reported. */
  sure: string;
  wait: string;
  bonus: string;
  penalty: string;
  /** To be had from what has come due, and not (yet) had. */
  short: string;
  later: string;
  possible: string;
};

/** Whether anything is there to be shown as points: something came due, or points were given or taken. */
export const hasBegun = ({ best, possible }: PointsSoFar): boolean =>
  [possible, best.base, best.bonus, best.penalty].some((decimal) => /[1-9]/.test(decimal));

const minus = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`);

/** Takes points so far apart for the meter and the sum beside it. */
export function partsOf({ best, verified, possible, notYetDue }: PointsSoFar): Parts {
  return {
    total: addDecimals([best.base, best.bonus, best.penalty]),
    sure: verified.base,
    wait: addDecimals([best.base, minus(verified.base)]),
    bonus: best.bonus,
    penalty: best.penalty,
    short: addDecimals([possible, minus(best.base)]),
    later: notYetDue,
    possible,
  };
}
