import { guidance as bands } from './bands/guidance.ts';
import { guidance as checklist } from './checklist/guidance.ts';
import { guidance as count } from './count/guidance.ts';
import { guidance as deduct } from './deduct/guidance.ts';
import { guidance as judged } from './judged/guidance.ts';
import { guidance as leader } from './leader/guidance.ts';
import { guidance as levels } from './levels/guidance.ts';
import { guidance as ratio } from './ratio/guidance.ts';
import { guidance as yesNo } from './yes-no/guidance.ts';
import type { RuleGuidance, RuleOf } from './rule-parts.ts';
import type { Rule, RuleKind } from './settings.ts';

/** What each kind of rule tells those who write it and those who want to earn more by it. */
const guidance: { readonly [K in RuleKind]: RuleGuidance<RuleOf<K>> } = {
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

/** Checks, better figures and examples of a kind of rule. */
export const guidanceOf = (kind: RuleKind): RuleGuidance<Rule> => guidance[kind] as unknown as RuleGuidance<Rule>;
