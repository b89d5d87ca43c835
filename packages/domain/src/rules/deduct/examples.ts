import type { ExamplesOf } from '../examples.ts';
import type { DeductRule } from './settings.ts';

export const examples: ExamplesOf<DeductRule> = ({ rule }) => {
  const [first, second] = rule.faults;
  const code = first?.code ?? '';
  const many = second === undefined ? { [code]: 3 } : { [code]: 1, [second.code]: 2 };
  return [{ figure: { faults: {} } }, { figure: { faults: { [code]: 1 } } }, { figure: { faults: many } }];
};
