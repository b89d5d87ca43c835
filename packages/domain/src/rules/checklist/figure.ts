import { refuse } from '../../result.ts';
import { inRuleOrder, knownCodes, sameCode } from '../coded-figure.ts';
import type { RuleFigure } from '../rule-figure.ts';
import type { ChecklistRule } from './settings.ts';

export const figure: RuleFigure<ChecklistRule> = {
  input: () => 'items',
  ways: () => ['sum', 'latest'],
  fits: ({ rule }, given) =>
    'items' in given ? knownCodes(given, given.items, rule.items) : refuse('figure-other-sort'),
  read(form, { rule }) {
    const ticked = form.list('items');
    const unknown = ticked.find((code) => !rule.items.some((entry) => sameCode(entry.code, code)));
    if (unknown !== undefined) return form.fault('items', 'choice-unknown', { choice: unknown });
    if (ticked.length > 0 && form.isTicked('none')) return form.fault('none', 'none-but-some');
    if (ticked.length === 0 && !form.isTicked('none')) return undefined;
    const codes = rule.items.map(({ code }) => code);
    return { items: codes.filter((code) => ticked.some((given) => sameCode(code, given))) };
  },
  sum({ rule }, figures) {
    if (!figures.every((given) => 'items' in given)) return undefined;
    const ticked = new Set(figures.flatMap(({ items }) => items));
    return { figure: { items: inRuleOrder([...ticked], rule.items) } };
  },
};
