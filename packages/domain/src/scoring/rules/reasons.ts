import { bandsReason } from './bands.ts';
import { checklistReason } from './checklist.ts';
import { countReason } from './count.ts';
import { deductReason } from './deduct.ts';
import { judgedReason } from './judged.ts';
import { leaderReason } from './leader.ts';
import { levelsReason } from './levels.ts';
import { ratioReason } from './ratio.ts';
import { yesNoReason } from './yes-no.ts';
import type { Rule } from './index.ts';
import type { ReasonOf } from './reason.ts';

/** How each kind of rule gives its reason. */
export const reasons: { readonly [K in Rule['kind']]: ReasonOf<Extract<Rule, { kind: K }>> } = {
  ratio: ratioReason,
  bands: bandsReason,
  yesNo: yesNoReason,
  levels: levelsReason,
  checklist: checklistReason,
  count: countReason,
  deduct: deductReason,
  judged: judgedReason,
  leader: leaderReason,
};

/** How the kind of this rule gives its reason. */
export const reasonOf = (rule: Rule): ReasonOf<Rule> => reasons[rule.kind] as unknown as ReasonOf<Rule>;
