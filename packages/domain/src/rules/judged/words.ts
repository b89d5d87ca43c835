import { earned, promised } from '../phrases.ts';
import type { RuleWords } from '../rule-words.ts';
import type { JudgedRule } from './settings.ts';

export const words: RuleWords<JudgedRule> = {
  inWords: (rule, { max }) =>
    `Người chấm cho điểm từ 0 đến ${promised(max)}${rule.step === undefined ? '' : `, mỗi nấc ${promised(rule.step)}`}.`,
  inBrief: () => 'Người chấm cho điểm',
  say: (why) => `Người chấm cho ${earned(why.rounded)}.`,
};
