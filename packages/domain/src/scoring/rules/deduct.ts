import { z } from 'zod';
import type { Int } from '../../numbers/int.ts';
import { code, number, object, positive, some, words } from '../../year-file/primitives.ts';
import { atLeast, atMost, type RuleScoring } from './rule-kind.ts';
import { pointScale } from './scaling.ts';
import { below, listOf, noteTwice } from '../../year-file/raw.ts';
import { noteMinAbove, noteUnknownCodes, type RuleCheck } from './rule-check.ts';

// Deduct (trừ điểm): all the points, less so many for each fault found. No figure means that no fault was found.

export const deductSettings = () =>
  object({
    kind: z.literal('deduct'),
    faults: some(object({ code, title: words, each: positive, max: positive.exactOptional() })),
    min: number.exactOptional(),
  });

export type DeductRule = z.infer<ReturnType<typeof deductSettings>>;

interface CompiledDeduct {
  each: Int[];
  caps: (Int | null)[];
  max: Int;
  min: Int;
  den: Int;
  largest: number;
}

export const deduct: RuleScoring<DeductRule, CompiledDeduct> = {
  sort: 'faults',
  codes: (rule) => rule.faults,
  lowest: (rule) => rule.min ?? '0',
  compile(rule, line, ints) {
    const min = rule.min ?? '0';
    const scale = pointScale(
      [...rule.faults.flatMap((fault) => [fault.each, fault.max ?? '0']), line.max, min],
      line,
      ints,
    );
    const each = rule.faults.map((fault) => scale.of(fault.each));
    const max = scale.of(line.max);
    return {
      each,
      caps: rule.faults.map((fault) => (fault.max === undefined ? null : scale.of(fault.max))),
      max,
      min: scale.of(min),
      den: scale.den,
      largest: each.reduce((sum, value) => sum + Number(value), Number(max) + Math.abs(Number(scale.of(min)))),
    };
  },
  reach: (c, most) => c.largest * Math.max(most, 1),
  points(c, cell, out) {
    let left = c.max;
    for (let i = 0; i < c.each.length; i += 1) {
      const lost = cell.counts[i]! * c.each[i]!;
      const cap = c.caps[i]!;
      left -= cap === null ? lost : atMost(lost, cap);
    }
    out.num = atLeast(left, c.min);
    out.den = c.den;
  },
};

export const deductCheck: RuleCheck = {
  settings(rule, line, note) {
    noteTwice(listOf(rule['faults']), below(note, 'faults'));
    noteMinAbove(rule, line, note);
  },
  figure: (rule, figure, _line, note) => noteUnknownCodes(rule, 'faults', figure, note),
};
