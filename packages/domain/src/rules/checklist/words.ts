import { formatNumber } from '../../words/numbers.ts';
import { promised } from '../phrases.ts';
import { result, type RuleWords } from '../rule-words.ts';
import type { ChecklistRule } from './settings.ts';

export const words: RuleWords<ChecklistRule> = {
  inWords: (rule, { max }) =>
    `Cộng điểm các việc đã làm: ${rule.items.map(({ title, points }) => `${title} (${promised(points)})`).join('; ')}. Nhiều nhất ${promised(max)}.`,
  inBrief: (rule) => `Danh mục ${String(rule.items.length)} việc`,
  goal: ({ rule }) => `Đủ ${formatNumber(String(rule.items.length))} việc`,
  say(why, line) {
    if (why.outcome === 'none') return 'Chưa làm việc nào trong danh mục nên 0 điểm.';
    const names = (why.parts ?? []).map(({ title }) => title).join(', ');
    const start = why.outcome === 'all' ? 'Đã làm đủ các việc' : `Đã làm ${names}`;
    return `${start}${result(why, line)}.`;
  },
};
