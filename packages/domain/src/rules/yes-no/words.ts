import { earned, promised } from '../phrases.ts';
import type { RuleWords } from '../rule-words.ts';
import type { YesNoRule } from './settings.ts';

export const words: RuleWords<YesNoRule> = {
  inWords: (_rule, { max }) => `Có thì được ${promised(max)}, không thì 0 điểm.`,
  inBrief: () => 'Có / không',
  goal: () => 'Có',
  say: (why) =>
    why.outcome === 'yes' ? `Có thực hiện nên được trọn ${earned(why.rounded)}.` : 'Không thực hiện nên 0 điểm.',
};
