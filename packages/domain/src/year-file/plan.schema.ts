import { z } from 'zod';
import { ruleSchema } from '../rules/settings.ts';
import { condition } from './condition.schema.ts';
import {
  byBlock,
  code,
  count,
  day,
  list,
  notNegative,
  number,
  object,
  oneOf,
  share,
  some,
  words,
} from '../schema/primitives.ts';

/** What a line asks for: a number to reach, or a thing to do. */
export const lineKinds = ['target', 'task'] as const;

const line = object({
  code,
  title: words,
  kind: oneOf(lineKinds),
  max: notNegative,
  unit: words.exactOptional(),
  blocks: some(code).exactOptional(),
  whenNotApplicable: oneOf(['refuse', 'drop', 'full', 'zero']).exactOptional(),
  rule: ruleSchema,
});

const role = oneOf(['base', 'bonus', 'penalty', 'fact']);

export type Role = z.infer<typeof role>;
export type Line = z.infer<typeof line>;

/** A group of lines. One shape for all levels; that exactly the top groups have a role is checked apart. */
export interface Group {
  code: string;
  title: string;
  role?: Role;
  max?: string;
  min?: string;
  groups?: Group[];
  lines?: Line[];
}

const group: z.ZodType<Group> = z.lazy(() =>
  object({
    code,
    title: words,
    role: role.exactOptional(),
    max: number.exactOptional(),
    min: number.exactOptional(),
    groups: list(group).exactOptional(),
    lines: list(line).exactOptional(),
  }),
);

const effect = z.union(
  [
    object({ gradeAtMost: code }),
    object({ totalAtMost: notNegative }),
    object({ notGraded: z.literal(true, { error: 'only-true' }) }),
  ],
  { error: 'one-effect' },
);

const gate = object({ code, title: words, when: condition, effect, basis: words.exactOptional() });

const grade = object({ code, title: words, from: byBlock.exactOptional(), requires: condition.exactOptional() });

const quota = object({
  code,
  grade: code,
  share,
  of: code,
  within: oneOf(['federation', 'block', 'cluster']),
  rounding: oneOf(['floor', 'half-up', 'ceil']),
  ties: oneOf(['keep', 'drop', 'decide']),
});

const ranking = object({
  within: oneOf(['block', 'cluster', 'federation']),
  by: some(words),
  tie: z.literal('shared', { error: 'one-of' }),
});

const scale = object({
  base: byBlock,
  bonusMax: notNegative.exactOptional(),
  penaltyMax: notNegative.exactOptional(),
  total: byBlock.exactOptional(),
});

/** The `plan` of a year file, as the text of format 1 describes it. */
export const planSchema = object({
  code,
  title: words,
  from: day,
  to: day,
  places: count.max(4, 'places').exactOptional(),
  scale,
  groups: list(group),
  gates: list(gate).exactOptional(),
  grades: some(grade),
  quotas: list(quota).exactOptional(),
  ranking,
});

export type Plan = z.infer<typeof planSchema>;
export type Gate = z.infer<typeof gate>;
export type Grade = z.infer<typeof grade>;
export type Quota = z.infer<typeof quota>;
export type Ranking = z.infer<typeof ranking>;
export type ByBlock = z.infer<typeof byBlock>;
