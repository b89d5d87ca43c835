import type { RuleEditor } from '../rule-editor.ts';
import LeaderSentence from './LeaderSentence.svelte';

export const leader: RuleEditor<'leader'> = {
  label: 'Xếp theo đơn vị dẫn đầu',
  Sentence: LeaderSentence,
  fresh: () => ({ kind: 'leader', target: 'unit', within: 'block' }),
};
