import type { ExamplesOf } from '../examples.ts';
import type { ChecklistRule } from './settings.ts';

export const examples: ExamplesOf<ChecklistRule> = ({ rule }) => {
  const codes = rule.items.map(({ code }) => code);
  const some = codes.slice(0, Math.ceil(codes.length / 2));
  const tried = some.length < codes.length ? [codes, some, []] : [codes, []];
  return tried.map((items) => ({ figure: { items } }));
};
