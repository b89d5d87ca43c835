import { z } from 'zod';
import { powerOfTen, type Int } from '../../numbers/int.ts';
import { object, positive } from '../../year-file/primitives.ts';
import type { RuleScoring } from './rule-kind.ts';
import { maxPoints } from './scaling.ts';

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
