import { earned, promised } from '../phrases.ts';
import { limited, type RuleWords, times as several, worked } from '../rule-words.ts';
import type { DeductRule } from './settings.ts';

export const words: RuleWords<DeductRule> = {
  inWords(rule, { max }) {
    const faults = rule.faults.map(
      ({ title, each, max: cap }) =>
        `${title}: trừ ${promised(each)} mỗi lần${cap === undefined ? '' : ` (nhiều nhất ${promised(cap)})`}`,
    );
    // A line that only takes away: its limit is how much it takes at most.
    if (!/[1-9]/.test(max))
      return `Trừ theo lỗi. ${faults.join('; ')}. Trừ tối đa ${promised((rule.min ?? '0').replace('-', ''))}.`;
    return `Có sẵn ${promised(max)}, trừ theo lỗi. ${faults.join('; ')}. Còn lại không thấp hơn ${promised(rule.min ?? '0')}.`;
  },
  inBrief(rule) {
    const [only] = rule.faults;
    return rule.faults.length === 1 && only !== undefined ? `Trừ ${promised(only.each)} mỗi lần` : 'Trừ theo lỗi';
  },
  goal: () => 'Không có lỗi',
  say(why, line) {
    if (why.outcome === 'no-faults') return `Không có lỗi nào nên giữ nguyên ${earned(why.rounded)}.`;
    const names = (why.parts ?? [])
      .map(
        ({ count, title, points, capped }) =>
          `${several(count, title)}${capped ? ` (trừ nhiều nhất ${promised(points)})` : ''}`,
      )
      .join(', ');
    return `Có lỗi: ${names}. Còn ${why.limit === null ? worked(why) : `${why.formula}${limited(why, line)} nên là ${earned(why.rounded)}`}.`;
  },
};
