import { z } from 'zod';
import { number, object, oneOf, some } from '../../year-file/primitives.ts';

export const bandsSettings = () =>
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

export type BandsRule = z.infer<ReturnType<typeof bandsSettings>>;
