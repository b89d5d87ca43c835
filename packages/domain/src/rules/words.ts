import { words as bands } from './bands/words.ts';
import { words as checklist } from './checklist/words.ts';
import { words as count } from './count/words.ts';
import { words as deduct } from './deduct/words.ts';
import { words as judged } from './judged/words.ts';
import { words as leader } from './leader/words.ts';
import { words as levels } from './levels/words.ts';
import { words as ratio } from './ratio/words.ts';
import { words as yesNo } from './yes-no/words.ts';
import type { RuleOf } from './rule-parts.ts';
import type { RuleWords } from './rule-words.ts';
import type { Rule, RuleKind } from './settings.ts';

/** How each kind of rule speaks. */
const words: { readonly [K in RuleKind]: RuleWords<RuleOf<K>> } = {
  ratio,
  bands,
  yesNo,
  levels,
  checklist,
  count,
  deduct,
  judged,
  leader,
};

/** How a kind of rule speaks. */
export const wordsOf = (kind: RuleKind): RuleWords<Rule> => words[kind] as unknown as RuleWords<Rule>;
