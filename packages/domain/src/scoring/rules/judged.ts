import { z } from 'zod';
import { powerOfTen, type Int } from '../../numbers/int.ts';
import { object, positive } from '../../year-file/primitives.ts';
import type { RuleScoring } from './rule-kind.ts';
import { maxPoints } from './scaling.ts';
import { millionths } from '../../numbers/decimal.ts';
import { decimalOf } from '../../year-file/raw.ts';
import { above, type RuleCheck } from './rule-check.ts';

// Judged (chấm điểm): a person gives the points.

export const judgedSettings = () => object({ kind: z.literal('judged'), step: positive.exactOptional() });

export type JudgedRule = z.infer<ReturnType<typeof judgedSettings>>;

interface CompiledJudged {
  max: Int;
  scale: Int;
}

export const judged: RuleScoring<JudgedRule, CompiledJudged> = {
  sort: 'points',
  lowest: () => '0',
  compile: (_rule, line, ints) => ({ max: maxPoints(line, ints), scale: ints.of(powerOfTen(line.places)) }),
  reach: (c, figure) => figure * Number(c.scale),
  points(c, cell, out) {
    out.num = cell.num * c.scale;
    out.den = cell.den;
  },
};

export const judgedCheck: RuleCheck = {
  figure(rule, figure, line, note) {
    const points = decimalOf(figure['points']);
    if (points === null) return;
    const step = decimalOf(rule['step']);
    if (above('0', points) || above(points, line.max)) note(['points'], 'judged-range', { max: line.max ?? '' });
    else if (step !== null && millionths(step) > 0n && millionths(points) % millionths(step) !== 0n)
      note(['points'], 'judged-step', { step });
  },
};
