import { z } from 'zod';
import { number, object, oneOf } from '../../schema/primitives.ts';
import { text } from '../draft-fields.ts';

export const settings = () =>
  object({
    kind: z.literal('leader'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    within: oneOf(['block', 'cluster']),
  });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('leader'), target: text, within: text });

export type LeaderRule = z.infer<ReturnType<typeof settings>>;
