import { z } from 'zod';
import { code, number, object, oneOf, some, words } from '../../year-file/primitives.ts';

export const levelsSettings = () =>
  object({
    kind: z.literal('levels'),
    levels: some(object({ code, title: words, points: number })),
    pick: oneOf(['one', 'many']),
    min: number.exactOptional(),
  });

export type LevelsRule = z.infer<ReturnType<typeof levelsSettings>>;
