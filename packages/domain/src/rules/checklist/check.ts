import { millionths } from '../../numbers/decimal.ts';
import type { ChecklistRule } from './settings.ts';
import { below, listOf, noteRepeated, noteTwice } from '../../schema/raw.ts';
import { codesIn, notePointsAbove, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<ChecklistRule> = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['items']), below(note, 'items'));
    notePointsAbove(rule, 'items', line, note);
  },
  figure(rule, figure, _line, note) {
    const codes = codesIn(rule, 'items');
    const items = listOf(figure['items']);
    items.forEach((item, index) => {
      if (codes.size > 0 && typeof item === 'string' && item !== '' && !codes.has(item))
        note(['items', index], 'unknown-code', { code: item, known: [...codes].join(', ') });
    });
    noteRepeated(items, below(note, 'items'));
  },
  most: (rule) => rule.items.reduce((sum, item) => sum + millionths(item.points), 0n),
};
