import { refuse } from '../../result.ts';
import { addCounts, knownCodes, readCounts } from '../coded-figure.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { DeductRule } from './settings.ts';

export const figure: RuleFigure<DeductRule> = {
  input: () => 'faults',
  ways: () => ['sum', 'latest'],
  fits: ({ rule }, given) =>
    'faults' in given ? knownCodes(given, Object.keys(given.faults), rule.faults) : refuse('figure-other-sort'),
  read(form, { rule }) {
    const faults = readCounts(form, 'faults', rule.faults);
    return faults === undefined ? undefined : { faults };
  },
  sum({ rule }, figures) {
    if (!figures.every((given) => 'faults' in given)) return undefined;
    const counts = figures.map(({ faults }) => faults);
    return { figure: { faults: addCounts(counts, rule.faults) } };
  },
};
