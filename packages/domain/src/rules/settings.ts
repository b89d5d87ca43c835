import { z } from 'zod';
import * as bands from './bands/settings.ts';
import * as checklist from './checklist/settings.ts';
import * as count from './count/settings.ts';
import * as deduct from './deduct/settings.ts';
import * as judged from './judged/settings.ts';
import * as leader from './leader/settings.ts';
import * as levels from './levels/settings.ts';
import * as ratio from './ratio/settings.ts';
import * as yesNo from './yes-no/settings.ts';

/** The settings of every kind of rule. */
export const ruleSchema = z.discriminatedUnion(
  'kind',
  [
    ratio.settings(),
    bands.settings(),
    yesNo.settings(),
    levels.settings(),
    checklist.settings(),
    count.settings(),
    deduct.settings(),
    judged.settings(),
    leader.settings(),
  ],
  { error: 'rule-kind' },
);

/** A rule of any kind. */
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];

const drafts: { readonly [K in RuleKind]: z.ZodObject<{ kind: z.ZodLiteral<K> }> } = {
  ratio: ratio.draft(),
  bands: bands.draft(),
  yesNo: yesNo.draft(),
  levels: levels.draft(),
  checklist: checklist.draft(),
  count: count.draft(),
  deduct: deduct.draft(),
  judged: judged.draft(),
  leader: leader.draft(),
};

/** The shape of a rule while it is being written, as the plan editor works on it. */
export const draftRuleSchema = z.discriminatedUnion('kind', Object.values(drafts) as [(typeof drafts)[RuleKind]]);
