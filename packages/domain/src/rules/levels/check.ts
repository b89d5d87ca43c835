import type { LevelsRule } from './settings.ts';
import { below, isRaw, listOf, noteTwice } from '../../schema/raw.ts';
import { largestOf, noteMinAbove, notePointsAbove, noteUnknownCodes, type RuleCheck } from '../rule-check.ts';

export const check: RuleCheck<LevelsRule> = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['levels']), below(note, 'levels'));
    notePointsAbove(rule, 'levels', line, note);
    noteMinAbove(rule, line, note);
  },
  figure(rule, figure, _line, note) {
    noteUnknownCodes(rule, 'levels', figure, note);
    const chosen = figure['levels'];
    if (rule['pick'] !== 'one' || !isRaw(chosen)) return;
    const counts = Object.values(chosen);
    // A count that is none has its own fault.
    if (counts.length !== 1 || (Number.isInteger(counts[0]) && counts[0] !== 1)) note(['levels'], 'pick-one');
  },
  most(rule) {
    const best = largestOf(rule.levels.map((level) => level.points));
    // Many levels may be reached many times.
    return rule.pick === 'many' && best > 0n ? null : best;
  },
};
