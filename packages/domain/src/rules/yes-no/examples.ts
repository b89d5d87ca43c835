import type { ExamplesOf } from '../examples.ts';
import type { YesNoRule } from './settings.ts';

export const examples: ExamplesOf<YesNoRule> = () => {
  return [{ figure: { yes: true } }, { figure: { yes: false } }, {}];
};
