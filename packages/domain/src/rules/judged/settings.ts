import { z } from 'zod';
import { object, positive } from '../../schema/primitives.ts';

export const settings = () => object({ kind: z.literal('judged'), step: positive.exactOptional() });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('judged') });

export type JudgedRule = z.infer<ReturnType<typeof settings>>;
