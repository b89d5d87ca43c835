import { z } from 'zod';
import { notNegative, object, positive } from '../../schema/primitives.ts';
import { text } from '../draft-fields.ts';

export const settings = () => object({ kind: z.literal('count'), each: positive, after: notNegative.exactOptional() });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('count'), each: text });

export type CountRule = z.infer<ReturnType<typeof settings>>;
