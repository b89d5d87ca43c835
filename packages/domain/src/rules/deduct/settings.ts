import { z } from 'zod';
import { code, number, object, positive, some, words } from '../../schema/primitives.ts';
import { coded } from '../draft-fields.ts';

export const settings = () =>
  object({
    kind: z.literal('deduct'),
    faults: some(object({ code, title: words, each: positive, max: positive.exactOptional() })),
    min: number.exactOptional(),
  });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('deduct'), faults: z.array(coded) });

export type DeductRule = z.infer<ReturnType<typeof settings>>;
