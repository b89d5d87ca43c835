import { z } from 'zod';
import { code, number, object, positive, some, words } from '../../year-file/primitives.ts';

export const deductSettings = () =>
  object({
    kind: z.literal('deduct'),
    faults: some(object({ code, title: words, each: positive, max: positive.exactOptional() })),
    min: number.exactOptional(),
  });

export type DeductRule = z.infer<ReturnType<typeof deductSettings>>;
