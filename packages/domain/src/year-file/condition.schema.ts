import { z } from 'zod';
import { bool, code, count, number, object, some } from '../schema/primitives.ts';

const compare = z.union(
  [
    object({ lt: number }),
    object({ le: number }),
    object({ eq: number }),
    object({ ge: number }),
    object({ gt: number }),
  ],
  { error: 'one-comparison' },
);

const compareCount = z.union(
  [object({ lt: count }), object({ le: count }), object({ eq: count }), object({ ge: count }), object({ gt: count })],
  { error: 'one-comparison' },
);

/** A comparison with one number: below, at most, equal, at least, above. */
export type Compare = z.infer<typeof compare>;
/** The same with a whole number of months. */
export type CompareCount = z.infer<typeof compareCount>;

/** A test of a unit's results: for a gate, or for a grade to be reached. */
export type Condition =
  | { line: string; points: Compare }
  | { line: string; value: Compare }
  | { line: string; yes: boolean }
  | { line: string; missing: true }
  | { group: string; points: Compare }
  | { anyLine: { group: string; points: Compare } }
  | { total: Compare }
  | { activeMonths: CompareCount }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      object({ line: code, points: compare }),
      object({ line: code, value: compare }),
      object({ line: code, yes: bool }),
      object({ line: code, missing: z.literal(true, { error: 'only-true' }) }),
      object({ group: code, points: compare }),
      object({ anyLine: object({ group: code, points: compare }) }),
      object({ total: compare }),
      object({ activeMonths: compareCount }),
      object({ all: some(condition) }),
      object({ any: some(condition) }),
      object({ not: condition }),
    ],
    { error: 'one-test' },
  ),
);
