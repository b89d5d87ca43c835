import { compareDecimals, isNegative, millionths } from '../../numbers/decimal.ts';
import { ok, refuse } from '../../result.ts';
import { addPoints } from '../add-points.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { JudgedRule } from './settings.ts';

const isStep = (points: string, step: string | undefined): boolean =>
  step === undefined || millionths(points) % millionths(step) === 0n;

export const figure: RuleFigure<JudgedRule> = {
  input: () => 'points',
  ways: () => ['latest', 'sum', 'max'],
  fits({ rule, max }, given) {
    if (!('points' in given)) return refuse('figure-other-sort');
    if (isNegative(given.points) || compareDecimals(given.points, max) > 0)
      return refuse('points-out-of-range', { max });
    if (rule.step !== undefined && !isStep(given.points, rule.step))
      return refuse('points-not-step', { step: rule.step });
    return ok(given);
  },
  read(form, { rule, max }) {
    const points = form.number('points', { atLeastZero: true, atMost: max });
    if (points === undefined) return undefined;
    if (compareDecimals(points, max) > 0) return form.fault('points', 'points-out-of-range', { max });
    if (rule.step !== undefined && !isStep(points, rule.step))
      return form.fault('points', 'points-not-step', { step: rule.step });
    return { points };
  },
  sum: ({ rule, max }, figures) =>
    figures.every((given) => 'points' in given)
      ? addPoints(
          max,
          rule.step,
          figures.map(({ points }) => points),
        )
      : undefined,
};
