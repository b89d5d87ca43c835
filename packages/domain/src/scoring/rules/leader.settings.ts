import { z } from 'zod';
import { number, object, oneOf } from '../../year-file/primitives.ts';

export const leaderSettings = () =>
  object({
    kind: z.literal('leader'),
    target: z.union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' }),
    within: oneOf(['block', 'cluster']),
  });

export type LeaderRule = z.infer<ReturnType<typeof leaderSettings>>;
