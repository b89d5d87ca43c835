import { distinct, type ExamplesOf } from '../examples.ts';
import type { LevelsRule } from './settings.ts';

export const examples: ExamplesOf<LevelsRule> = ({ rule }) => {
  const codes = rule.levels.map(({ code }) => code);
  const [first = '', last = ''] = [codes[0], codes.at(-1)];
  if (rule.pick === 'one') {
    const tried = distinct([first, codes[Math.floor(codes.length / 2)] ?? last, last]);
    return tried.map((code) => ({ figure: { levels: { [code]: 1 } } }));
  }
  return [
    { figure: { levels: { [first]: 2, [last]: 1 } } },
    { figure: { levels: { [first]: 1 } } },
    { figure: { levels: {} } },
  ];
};
