import { bands, type BandsRule } from './bands.ts';
import { checklist, type ChecklistRule } from './checklist.ts';
import { count, type CountRule } from './count.ts';
import { deduct, type DeductRule } from './deduct.ts';
import { judged, type JudgedRule } from './judged.ts';
import { leader, type LeaderRule } from './leader.ts';
import { levels, type LevelsRule } from './levels.ts';
import { ratio, type RatioRule } from './ratio.ts';
import type { RuleScoring } from './rule-kind.ts';
import { yesNo, type YesNoRule } from './yes-no.ts';

// One file for each kind of rule, with its settings, points, checks, why and words side by side; the worked cases are
// in the test beside it. A tenth kind is one new file and one line here, in schemas.ts, checks.ts and words.ts.
// These four lists are apart, and the settings have files of their own, so that a page that only scores loads neither the
// schemas (zod) nor the words, even beside a page that does: see bundle-size.test.ts.

export type Rule =
  RatioRule | BandsRule | YesNoRule | LevelsRule | ChecklistRule | CountRule | DeductRule | JudgedRule | LeaderRule;

/** How each kind of rule scores. */
export const rules: { readonly [K in Rule['kind']]: RuleScoring<Extract<Rule, { kind: K }>> } = {
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

/** How the kind of this rule scores. */
export const scoringOf = (rule: Rule): RuleScoring<Rule> => rules[rule.kind] as unknown as RuleScoring<Rule>;
