import type { RuleEditor } from '../rule-editor.ts';
import BandsSentence from './BandsSentence.svelte';

export const bands: RuleEditor<'bands'> = {
  label: 'Bậc thang theo số liệu',
  Sentence: BandsSentence,
  fresh: (max) => ({ kind: 'bands', of: 'value', bands: [{ from: '', points: max }] }),
};
