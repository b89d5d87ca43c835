import { ok, refuse } from '../../result.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { YesNoRule } from './settings.ts';

export const figure: RuleFigure<YesNoRule> = {
  input: () => 'yesNo',
  ways: () => ['latest', 'max'],
  fits: (_line, given) => ('yes' in given ? ok(given) : refuse('figure-other-sort')),
  read(form) {
    const answer = form.text('yes');
    if (answer === '') return undefined;
    if (answer !== 'yes' && answer !== 'no') return form.fault('yes', 'choice-unknown', { choice: answer });
    return { yes: answer === 'yes' };
  },
};
