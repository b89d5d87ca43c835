import { bands } from './bands/index.ts';
import { checklist } from './checklist/index.ts';
import { count } from './count/index.ts';
import { deduct } from './deduct/index.ts';
import { judged } from './judged/index.ts';
import { leader } from './leader/index.ts';
import { levels } from './levels/index.ts';
import { ratio } from './ratio/index.ts';
import { yesNo } from './yes-no/index.ts';
import type { Reason, ReasonInput } from './reason.ts';
import type { RuleOf, RuleParts } from './rule-parts.ts';
import type { CodedEntry, RuleScoring } from './rule-scoring.ts';
import type { Rule, RuleKind } from './settings.ts';

/**
 * How each kind of rule scores. One folder for each kind holds everything of it, its worked cases beside. A tenth kind is
 * a folder with its settings listed in `settings.ts`: the compiler then asks for it in each list here, in `words.ts`,
 * `figures.ts`, `guidance.ts` and in the web's `rules/editors.ts`, and nowhere else (rule-kinds.test.ts). The lists are
 * apart so that a page loads only what it uses (bundle-size.test.ts).
 */
const kinds: { readonly [K in RuleKind]: RuleParts<RuleOf<K>> } = {
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

/** The kinds of rule, in the order in which they are listed to people. */
export const ruleKinds = Object.keys(kinds) as RuleKind[];

export const isRuleKind = (kind: unknown): kind is RuleKind => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** How a kind scores, for any rule of it; of a rule of another kind it knows nothing. */
export const scoringOfKind = (kind: RuleKind): RuleScoring<Rule> => kinds[kind].scoring as unknown as RuleScoring<Rule>;

/** How the kind of this rule scores. */
export const scoringOf = (rule: Rule): RuleScoring<Rule> => scoringOfKind(rule.kind);

/** Why the rule gives its points to a figure. */
export const reasonOf = (rule: Rule, input: ReasonInput): Reason => kinds[rule.kind].reason(rule as never, input);

/** The levels, items or faults of a rule, in its order; none for rules without. */
export const codesOf = (rule: Rule): readonly CodedEntry[] => scoringOf(rule).codes?.(rule) ?? [];

/** Where the units are measured by the best one: its block or its cluster; null where each is measured alone. */
export const leadsWithin = (rule: Rule): 'block' | 'cluster' | null => scoringOf(rule).leads?.(rule) ?? null;
