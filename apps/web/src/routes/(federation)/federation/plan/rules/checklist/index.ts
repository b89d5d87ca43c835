import type { RuleEditor } from '../rule-editor.ts';
import ChecklistSentence from './ChecklistSentence.svelte';

export const checklist: RuleEditor<'checklist'> = {
  label: 'Danh mục việc',
  Sentence: ChecklistSentence,
  fresh: () => ({ kind: 'checklist', items: [{ code: 'm1', title: '', points: '' }] }),
};
