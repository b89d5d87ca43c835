import { bandsCheck } from './bands.ts';
import { checklistCheck } from './checklist.ts';
import { countCheck } from './count.ts';
import { deductCheck } from './deduct.ts';
import type { Rule } from './index.ts';
import { judgedCheck } from './judged.ts';
import { levelsCheck } from './levels.ts';
import { ratioCheck } from './ratio.ts';
import type { RuleCheck } from './rule-check.ts';

/** What the schema cannot say about each kind of rule. */
export const ruleChecks: { readonly [K in Rule['kind']]: RuleCheck } = {
  ratio: ratioCheck,
  bands: bandsCheck,
  yesNo: {},
  levels: levelsCheck,
  checklist: checklistCheck,
  count: countCheck,
  deduct: deductCheck,
  judged: judgedCheck,
  leader: {},
};
