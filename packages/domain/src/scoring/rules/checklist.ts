import { promised } from '../../explain/phrases.ts';
import { millionths } from '../../numbers/decimal.ts';
import { formatShort } from '../../numbers/format.ts';
import type { Int } from '../../numbers/int.ts';
import { plus, rational, ZERO } from '../../numbers/rational.ts';
import { below, listOf, noteRepeated, noteTwice } from '../../year-file/raw.ts';
import type { RaiseOf } from './raise.ts';
import { limitOf, type ReasonOf, type ReasonPart } from './reason.ts';
import { codesIn, notePointsAbove, type RuleCheck } from './rule-check.ts';
import { atMost, type RuleScoring } from './rule-kind.ts';
import { result, type RuleWords } from './rule-words.ts';
import { pointScale } from './scaling.ts';
import type { ChecklistRule } from './checklist.settings.ts';

export type { ChecklistRule };

// Checklist (danh mục): the points of the items that were done.

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
      if (codes.size > 0 && typeof item === 'string' && item !== '' && !codes.has(item))
        note(['items', index], 'unknown-code', { code: item, known: [...codes].join(', ') });
    });
    noteRepeated(items, below(note, 'items'));
  },
};

/** Outcomes: all, some, none of the items. */
export const checklistReason: ReasonOf<ChecklistRule> = (rule, { figure, max }) => {
  const done = figure?.items ?? [];
  const parts: ReasonPart[] = rule.items
    .filter(({ code }) => done.includes(code))
    .map(({ code, title, points }) => ({ code, title, count: 1, each: points, points, capped: false }));
  const raw = parts.reduce((sum, part) => plus(sum, rational(part.points)), ZERO);
  return {
    outcome: parts.length === 0 ? 'none' : parts.length === rule.items.length ? 'all' : 'some',
    parts,
    formula: parts.length === 0 ? '0' : parts.map((part) => formatShort(part.points)).join(' + '),
    raw,
    limit: limitOf(raw, max, '0'),
  };
};

export const checklistWords: RuleWords<ChecklistRule> = {
  inWords: (rule, { max }) =>
    `Cộng điểm các việc đã làm: ${rule.items.map(({ title, points }) => `${title} (${promised(points)})`).join('; ')}. Nhiều nhất ${promised(max)}.`,
  inBrief: (rule) => `Danh mục ${String(rule.items.length)} việc`,
  say(why, line) {
    if (why.outcome === 'none') return 'Chưa làm việc nào trong danh mục nên 0 điểm.';
    const names = (why.parts ?? []).map(({ title }) => title).join(', ');
    const start = why.outcome === 'all' ? 'Đã làm đủ các việc' : `Đã làm ${names}`;
    return `${start}${result(why, line)}.`;
  },
};

export const checklistRaise: RaiseOf<ChecklistRule> = (rule, { now, max }) => {
  const done = [...(now?.items ?? [])];
  const open = rule.items
    .filter(({ code }) => !done.includes(code))
    .sort((a, b) => Number(millionths(b.points) - millionths(a.points)));
  let earned = rule.items.reduce((sum, item) => (done.includes(item.code) ? sum + millionths(item.points) : sum), 0n);
  const steps = [];
  for (const { code, points } of open) {
    if (earned >= millionths(max)) break;
    done.push(code);
    earned += millionths(points);
    steps.push({ items: [...done] });
  }
  return steps;
};
