import type { JudgedRule } from './settings.ts';
import { millionths } from '../../numbers/decimal.ts';
import { decimalOf } from '../../schema/raw.ts';
import { above, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<JudgedRule> = {
  figure(rule, figure, line, note) {
    const points = decimalOf(figure['points']);
    if (points === null) return;
    const step = decimalOf(rule['step']);
    if (above('0', points) || above(points, line.max)) note(['points'], 'judged-range', { max: line.max ?? '' });
    else if (step !== null && millionths(step) > 0n && millionths(points) % millionths(step) !== 0n)
      note(['points'], 'judged-step', { step });
  },
};
