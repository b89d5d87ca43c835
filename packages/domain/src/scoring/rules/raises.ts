import { bandsRaise } from './bands.ts';
import { checklistRaise } from './checklist.ts';
import { countRaise } from './count.ts';
import { deductRaise } from './deduct.ts';
import { judgedRaise } from './judged.ts';
import { leaderRaise } from './leader.ts';
import { levelsRaise } from './levels.ts';
import { ratioRaise } from './ratio.ts';
import { yesNoRaise } from './yes-no.ts';
import type { Rule } from './index.ts';
import type { RaiseOf } from './raise.ts';

/** How each kind of rule finds better figures. */
export const raises: { readonly [K in Rule['kind']]: RaiseOf<Extract<Rule, { kind: K }>> } = {
  ratio: ratioRaise,
  bands: bandsRaise,
  yesNo: yesNoRaise,
  levels: levelsRaise,
  checklist: checklistRaise,
  count: countRaise,
  deduct: deductRaise,
  judged: judgedRaise,
  leader: leaderRaise,
};

/** How the kind of this rule finds better figures. */
export const raiseOf = (rule: Rule): RaiseOf<Rule> => raises[rule.kind] as unknown as RaiseOf<Rule>;
