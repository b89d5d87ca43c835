import type { DeductRule } from './settings.ts';
import { below, listOf, noteTwice, rawOf } from '../../schema/raw.ts';
import { noteMinAbove, noteUnknownCodes, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<DeductRule> = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['faults']), below(note, 'faults'));
    noteMinAbove(rule, line, note);
  },
  figure: (rule, figure, _line, note) => noteUnknownCodes(rule, 'faults', figure, note),
  points: (rule) =>
    listOf(rule['faults']).map((fault, index) => ({ path: ['faults', index, 'max'], value: rawOf(fault)['max'] })),
};
