import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { code, number, object, oneOf, some, words } from '../../year-file/primitives.ts';
import { atLeast, atMost, type RuleScoring } from './rule-kind.ts';
import { pointScale } from './scaling.ts';
import { below, isRaw, listOf, noteTwice } from '../../year-file/raw.ts';
import { noteMinAbove, notePointsAbove, noteUnknownCodes, type RuleCheck } from './rule-check.ts';

// Levels (mức đạt được): the points of the one level reached, or of all that were reached, each as often as it was.

export const levelsSettings = () =>
  object({
    kind: z.literal('levels'),
    levels: some(object({ code, title: words, points: number })),
    pick: oneOf(['one', 'many']),
    min: number.exactOptional(),
  });

export type LevelsRule = z.infer<ReturnType<typeof levelsSettings>>;

interface CompiledLevels {
  zero: Int;
  points: Int[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const levels: RuleScoring<LevelsRule, CompiledLevels> = {
  sort: 'levels',
  codes: (rule) => rule.levels,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale([...rule.levels.map((level) => level.points), line.max, min], line, ints);
    const points = rule.levels.map((level) => scale.of(level.points));
    const max = scale.of(line.max);
    return {
      zero: ints.zero,
      points,
      max,
      min: scale.of(min),
      den: scale.den,
      largest: points.reduce(
        (sum, value) => sum + Math.abs(Number(value)),
        Math.abs(Number(max)) + Math.abs(Number(scale.of(min))),
      ),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let sum = c.zero;
    for (let i = 0; i < c.points.length; i += 1) sum += cell.counts[i]! * c.points[i]!;
    out.num = atLeast(atMost(sum, c.max), c.min);
    out.den = c.den;
  },
};

export const levelsCheck: RuleCheck = {
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
};
