import type { RuleEditor } from '../rule-editor.ts';
import CountSentence from './CountSentence.svelte';

export const count: RuleEditor<'count'> = {
  label: 'Số lượng, mỗi đơn vị bao nhiêu điểm',
  Sentence: CountSentence,
  fresh: () => ({ kind: 'count', each: '' }),
};
