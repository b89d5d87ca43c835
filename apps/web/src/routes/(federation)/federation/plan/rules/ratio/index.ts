import type { RuleEditor } from '../rule-editor.ts';
import RatioSentence from './RatioSentence.svelte';

export const ratio: RuleEditor<'ratio'> = {
  label: 'Tỷ lệ so với chỉ tiêu',
  Sentence: RatioSentence,
  fresh: () => ({ kind: 'ratio', target: '100', better: 'higher', below: 'proportional' }),
};
