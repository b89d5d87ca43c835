import type { RuleEditor } from '../rule-editor.ts';
import YesNoSentence from './YesNoSentence.svelte';

export const yesNo: RuleEditor<'yesNo'> = {
  label: 'Có hoặc không',
  Sentence: YesNoSentence,
  fresh: () => ({ kind: 'yesNo' }),
};
