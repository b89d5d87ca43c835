import { earned, promised } from '../phrases.ts';
import { limited, result, type RuleWords, times as several } from '../rule-words.ts';
import type { LevelsRule } from './settings.ts';

export const words: RuleWords<LevelsRule> = {
  inWords(rule, { max }) {
    const steps = rule.levels.map(({ title, points }) => `${title}: ${promised(points)}`).join('; ');
    const start = rule.pick === 'one' ? 'Chọn một mức' : 'Cộng điểm các mức đạt được';
    return `${start}. ${steps}. Nhiều nhất ${promised(max)}, ít nhất ${promised(rule.min ?? '0')}.`;
  },
  inBrief: (rule) => `${String(rule.levels.length)} mức${rule.pick === 'one' ? '' : ', cộng dồn'}`,
  goal({ rule }) {
    if (rule.pick !== 'one') return null;
    return rule.levels.reduce((high, level) => (Number(level.points) > Number(high.points) ? level : high)).title;
  },
  say(why, line) {
    const names = (why.parts ?? []).map(({ count, title }) => several(count, title)).join(', ');
    if (why.outcome === 'none') return `Không có mức nào nên được ${earned(why.rounded)}.`;
    if (why.outcome === 'level') return `Đạt mức “${names}”${limited(why, line)} nên được ${earned(why.rounded)}.`;
    return `Được ghi nhận ${names}${result(why, line)}.`;
  },
};
