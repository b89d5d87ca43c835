import type { RuleEditor } from '../rule-editor.ts';
import LevelsSentence from './LevelsSentence.svelte';

export const levels: RuleEditor<'levels'> = {
  label: 'Mức đạt được',
  Sentence: LevelsSentence,
  fresh: (max) => ({
    kind: 'levels',
    pick: 'one',
    levels: [
      { code: 'm1', title: '', points: max },
      { code: 'm2', title: '', points: '0' },
    ],
  }),
};
