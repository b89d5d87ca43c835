import type { RuleEditor } from '../rule-editor.ts';
import DeductSentence from './DeductSentence.svelte';

export const deduct: RuleEditor<'deduct'> = {
  label: 'Khấu trừ theo lỗi',
  Sentence: DeductSentence,
  fresh: () => ({ kind: 'deduct', faults: [{ code: 'm1', title: '', each: '' }] }),
};
