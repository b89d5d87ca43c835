import { z } from 'zod';
import { object } from '../../schema/primitives.ts';

export const settings = () => object({ kind: z.literal('yesNo') });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('yesNo') });

export type YesNoRule = z.infer<ReturnType<typeof settings>>;
