import { z } from 'zod';
import { code, number, object, oneOf, some, words } from '../../schema/primitives.ts';
import { coded, text } from '../draft-fields.ts';

export const settings = () =>
  object({
    kind: z.literal('levels'),
    levels: some(object({ code, title: words, points: number })),
    pick: oneOf(['one', 'many']),
    min: number.exactOptional(),
  });

/** The shape of unfinished settings. */
export const draft = () => z.looseObject({ kind: z.literal('levels'), pick: text, levels: z.array(coded) });

export type LevelsRule = z.infer<ReturnType<typeof settings>>;
