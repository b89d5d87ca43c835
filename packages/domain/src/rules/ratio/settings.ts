import { z } from 'zod';
import { bool, number, object, oneOf, share } from '../../schema/primitives.ts';
import { text } from '../draft-fields.ts';

export const settings = () =>
  object({
    kind: z.literal('ratio'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    better: oneOf(['higher', 'lower']),
    below: oneOf(['proportional', 'nothing']),
    floor: share.exactOptional(),
    strict: bool.exactOptional(),
  });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('ratio'), target: text, better: text, below: text });

export type RatioRule = z.infer<ReturnType<typeof settings>>;
