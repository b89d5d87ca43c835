import { figure as bands } from './bands/figure.ts';
import { figure as checklist } from './checklist/figure.ts';
import { figure as count } from './count/figure.ts';
import { figure as deduct } from './deduct/figure.ts';
import { figure as judged } from './judged/figure.ts';
import { figure as leader } from './leader/figure.ts';
import { figure as levels } from './levels/figure.ts';
import { figure as ratio } from './ratio/figure.ts';
import { figure as yesNo } from './yes-no/figure.ts';
import type { RuleFigure } from './rule-figure.ts';
import type { RuleOf } from './rule-parts.ts';
import type { Rule, RuleKind } from './settings.ts';

/** Which figures each kind of rule takes. */
const figures: { readonly [K in RuleKind]: RuleFigure<RuleOf<K>> } = {
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

/** Which figures the kind of this rule takes. */
export const figureOf = (rule: Rule): RuleFigure<Rule> => figures[rule.kind] as unknown as RuleFigure<Rule>;
