import { bands } from './bands/index.ts';
import { checklist } from './checklist/index.ts';
import { count } from './count/index.ts';
import { deduct } from './deduct/index.ts';
import { judged } from './judged/index.ts';
import { leader } from './leader/index.ts';
import { levels } from './levels/index.ts';
import { ratio } from './ratio/index.ts';
import { yesNo } from './yes-no/index.ts';
import type { Line } from '@giaouoc/domain/year-file/plan.schema';
import type { Rule } from '../line-edit.ts';
import type { RuleEditor } from './rule-editor.ts';

export type RuleKind = Rule['kind'];

/**
 * The editor of each kind of rule, in the order in which officers are offered them. A chair's page never loads these:
 * the inputs of a figure belong to the sort of figure, not to the kind of rule (`lib/report`, `lib/figure`).
 */
const editors: { readonly [K in RuleKind]: RuleEditor<K> } = {
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

export const ruleKinds = Object.keys(editors) as RuleKind[];

/** The editor of a kind, for any rule of it. */
export const editorOf = (kind: RuleKind): RuleEditor<RuleKind> => editors[kind] as unknown as RuleEditor<RuleKind>;

/** The rule that a new line begins with: nearly all targets are a share, nearly all tasks done or not. */
export const usualRule = (kind: Line['kind']): Rule => (kind === 'task' ? editors.yesNo : editors.ratio).fresh('');
