import { z } from 'zod';
import { bool, number, object, oneOf, share } from '../../year-file/primitives.ts';

export const ratioSettings = () =>
  object({
    kind: z.literal('ratio'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    better: oneOf(['higher', 'lower']),
    below: oneOf(['proportional', 'nothing']),
    floor: share.exactOptional(),
    strict: bool.exactOptional(),
  });

export type RatioRule = z.infer<ReturnType<typeof ratioSettings>>;
