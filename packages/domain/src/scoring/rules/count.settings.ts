import { z } from 'zod';
import { notNegative, object, positive } from '../../year-file/primitives.ts';

export const countSettings = () =>
  object({ kind: z.literal('count'), each: positive, after: notNegative.exactOptional() });

export type CountRule = z.infer<ReturnType<typeof countSettings>>;
