import { decimalsOf } from '../../numbers/decimal.ts';
import { rational } from '../../numbers/rational.ts';
import { figureAt, present, type RaiseOf } from '../raise.ts';
import type { RatioRule } from './settings.ts';

export const raise: RaiseOf<RatioRule> = (rule, { now, target }) =>
  target === null
    ? []
    : present([
        figureAt(
          rational(target),
          now,
          rule.better === 'higher' ? 'up' : 'down',
          rule.strict === true,
          decimalsOf(target),
        ),
      ]);
