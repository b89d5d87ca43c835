import type { LineConduct } from '@giaouoc/domain/plan/conduct.schema';
import { conductOf } from '@giaouoc/domain/plan/document';
import { type LinePatch, setLine, setLineConduct, setRule } from '@giaouoc/domain/plan/edit/lines';
import type { Line } from '@giaouoc/domain/year-file/plan.schema';
import type { PlanDraft } from './plan-draft.svelte.ts';

export type Rule = Line['rule'];
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** What the pieces of the line's pane are given: the line, how it is conducted, and the ways to change either. */
export type LineEdit = {
  line: Line;
  conduct: LineConduct | undefined;
  /** `field` names what is being typed into: changes of one field in a row are one step back. */
  setRule: (rule: Rule, field: string) => void;
  setLine: (patch: LinePatch, field: string) => void;
  setConduct: (patch: { [K in keyof LineConduct]?: LineConduct[K] | null }, field: string) => void;
  /** Wording of the question: an empty text takes the entry away. */
  setAsk: (entry: keyof LineConduct['ask'], text: string) => void;
};

export function lineEdit(draft: PlanDraft, line: Line): LineEdit {
  const { code } = line;
  const conduct = conductOf(draft.document.conduct, code);
  const step = (field: string) => `line ${code} ${field}`;
  return {
    line,
    conduct,
    setRule: (rule, field) => draft.change(setRule(draft.document, code, rule), step(field)),
    setLine: (patch, field) => draft.change(setLine(draft.document, code, patch), step(field)),
    setConduct: (patch, field) => draft.change(setLineConduct(draft.document, code, patch), step(field)),
    setAsk: (entry, text) => {
      const { [entry]: _, ...others } = conduct?.ask ?? {};
      const ask = text.trim() === '' ? others : { ...others, [entry]: text };
      draft.change(setLineConduct(draft.document, code, { ask }), step(entry));
    },
  };
}
