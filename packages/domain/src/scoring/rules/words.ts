import { bandsWords } from './bands.ts';
import { checklistWords } from './checklist.ts';
import { countWords } from './count.ts';
import { deductWords } from './deduct.ts';
import { judgedWords } from './judged.ts';
import { leaderWords } from './leader.ts';
import { levelsWords } from './levels.ts';
import { ratioWords } from './ratio.ts';
import { yesNoWords } from './yes-no.ts';
import type { Rule } from './index.ts';
import type { RuleWords } from './rule-words.ts';

/** How each kind of rule speaks. */
export const words: { readonly [K in Rule['kind']]: RuleWords<Extract<Rule, { kind: K }>> } = {
  ratio: ratioWords,
  bands: bandsWords,
  yesNo: yesNoWords,
  levels: levelsWords,
  checklist: checklistWords,
  count: countWords,
  deduct: deductWords,
  judged: judgedWords,
  leader: leaderWords,
};

/** How the kind of this rule speaks. */
export const wordsOf = (kind: Rule['kind']): RuleWords<Rule> => words[kind] as unknown as RuleWords<Rule>;
