import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { code, notNegative, object, some, words } from '../../year-file/primitives.ts';
import { atMost, type RuleScoring } from './rule-kind.ts';
import { pointScale } from './scaling.ts';
import { below, listOf, noteRepeated, noteTwice } from '../../year-file/raw.ts';
import { codesIn, notePointsAbove, type RuleCheck } from './rule-check.ts';

// Checklist (danh mục): the points of the items that were done.

export const checklistSettings = () =>
  object({ kind: z.literal('checklist'), items: some(object({ code, title: words, points: notNegative })) });

export type ChecklistRule = z.infer<ReturnType<typeof checklistSettings>>;

interface CompiledChecklist {
  zero: Int;
  points: Int[];
  max: Int;
  den: Int;
  largest: number;
}

export const checklist: RuleScoring<ChecklistRule, CompiledChecklist> = {
  sort: 'items',
  codes: (rule) => rule.items,
  lowest: () => '0',
  compile(rule, line, ints) {
    const scale = pointScale([...rule.items.map((item) => item.points), line.max], line, ints);
    const points = rule.items.map((item) => scale.of(item.points));
    const max = scale.of(line.max);
    return {
      zero: ints.zero,
      points,
      max,
      den: scale.den,
      largest: points.reduce((sum, value) => sum + Number(value), Number(max)),
    };
  },
  reach: (c) => c.largest,
  points(c, cell, out) {
    let sum = c.zero;
    for (let i = 0; i < c.points.length; i += 1) sum += cell.counts[i]! * c.points[i]!;
    out.num = atMost(sum, c.max);
    out.den = c.den;
  },
};

export const checklistCheck: RuleCheck = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['items']), below(note, 'items'));
    notePointsAbove(rule, 'items', line, note);
  },
  figure(rule, figure, _line, note) {
    const codes = codesIn(rule, 'items');
    const items = listOf(figure['items']);
    items.forEach((item, index) => {
      if (typeof item === 'string' && item !== '' && !codes.has(item))
        note(['items', index], 'unknown-code', { code: item, known: [...codes].join(', ') });
    });
    noteRepeated(items, below(note, 'items'));
  },
};
