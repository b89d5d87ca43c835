import { isNegative } from '../../numbers/decimal.ts';
import { ok, refuse } from '../../result.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { CountRule } from './settings.ts';

export const figure: RuleFigure<CountRule> = {
  input: () => 'value',
  counted: true,
  ways: () => ['sum', 'latest', 'max'],
  fits(_line, given) {
    if (!('value' in given)) return refuse('figure-other-sort');
    return isNegative(given.value) ? refuse('figure-negative') : ok(given);
  },
  read(form) {
    const value = form.whole('value');
    return value === undefined ? undefined : { value };
  },
};
