import type { RuleEditor } from '../rule-editor.ts';
import JudgedSentence from './JudgedSentence.svelte';

export const judged: RuleEditor<'judged'> = {
  label: 'Người chấm cho điểm',
  Sentence: JudgedSentence,
  fresh: () => ({ kind: 'judged' }),
};
