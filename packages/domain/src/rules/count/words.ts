import { printScaled, scaled } from '../../numbers/decimal.ts';
import { counted, promised } from '../phrases.ts';
import { result, type RuleWords } from '../rule-words.ts';
import type { CountRule } from './settings.ts';

export const words: RuleWords<CountRule> = {
  inWords(rule, { max, unit }) {
    const each = unit === undefined || unit === '' ? 'Mỗi lần' : `Mỗi ${unit}`;
    const after =
      rule.after === undefined || !/[1-9]/.test(rule.after)
        ? ''
        : `, tính từ sau ${counted(rule.after, unit ?? 'lần')} đầu`;
    return `${each} được ${promised(rule.each)}${after}. Nhiều nhất ${promised(max)}.`;
  },
  inBrief: (rule, { unit }) => `${promised(rule.each)} mỗi ${unit === undefined || unit === '' ? 'lần' : unit}`,
  goal: ({ rule, unit, max }) => counted(leastCount(rule.each, rule.after ?? '0', max), unit),
  say(why, line) {
    const value = counted(why.value ?? '0', line.measure);
    if (why.outcome === 'none-beyond') {
      if (!/[1-9]/.test(why.border ?? '0')) return `Có ${value} nên 0 điểm.`;
      return `Có ${value}, chưa quá ${counted(why.border ?? '0', line.measure ?? 'lần')} đầu (không tính điểm) nên 0 điểm.`;
    }
    return `Có ${value}${result(why, line)}.`;
  },
};

/** Decimals of a count that earns full points; nobody counts finer. */
const places = 2;

/** How many it takes at `each` points, the first `after` counting nothing: upwards, for less would not be full. */
function leastCount(each: string, after: string, max: string): string {
  const [one, all] = [scaled(each, 6), scaled(max, 6)];
  const factor = 10n ** BigInt(places);
  const beyond = (all * factor + one - 1n) / one;
  // Whole things are counted in whole numbers.
  const whole = ((beyond + factor - 1n) / factor) * factor;
  return printScaled(whole + scaled(after, places), places);
}
