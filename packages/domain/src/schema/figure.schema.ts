import { z } from 'zod';
import { bool, code, counts, list, number, object } from './primitives.ts';

/** What a unit reported on a line: exactly one of the sorts; which one, the line's rule says. */
export const figureValueSchema = object({
  value: number.exactOptional(),
  part: number.exactOptional(),
  whole: number.exactOptional(),
  yes: bool.exactOptional(),
  levels: counts.exactOptional(),
  items: list(code).exactOptional(),
  faults: counts.exactOptional(),
  points: number.exactOptional(),
  notApplicable: z.literal(true, { error: 'only-true' }).exactOptional(),
});

/** A figure without saying whose and of which line. */
export type FigureValue = z.infer<typeof figureValueSchema>;
