import type { z } from 'zod';
import { count, notNegative, number, object, oneOf, some } from '../schema/primitives.ts';

/** How the points of several scorers become one: format 1 of the proofs, section 2. */
const rule = object({
  take: oneOf(['median', 'mean']),
  /** The widest spread that needs no third scorer; without it none is ever called. */
  spread: notNegative.exactOptional(),
  places: count.max(4, 'places'),
});

/** The points that scorers gave for one line of one unit. */
export const crossCaseSchema = object({
  rule,
  points: some(number).max(20, 'cross-many'),
  third: number.exactOptional(),
});

export type CrossRule = Readonly<z.infer<typeof rule>>;
export type CrossCase = Readonly<z.infer<typeof crossCaseSchema>>;
