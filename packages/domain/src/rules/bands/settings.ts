import { z } from 'zod';
import { number, object, oneOf, some } from '../../schema/primitives.ts';
import { text } from '../draft-fields.ts';

export const settings = () =>
  object({
    kind: z.literal('bands'),
    of: oneOf(['value', 'target']),
    target: z
      .union([number, z.literal('unit', { error: 'number-or-unit' })], { error: 'number-or-unit' })
      .exactOptional(),
    bands: some(
      z.union([object({ from: number, points: number }), object({ upTo: number, points: number })], {
        error: 'one-border',
      }),
    ),
  });

/** The shape of unfinished settings. */
export const draft = () =>
  z.looseObject({ kind: z.literal('bands'), of: text, bands: z.array(z.looseObject({ points: text })) });

export type BandsRule = z.infer<ReturnType<typeof settings>>;
