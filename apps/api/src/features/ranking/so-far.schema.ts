import { z } from 'zod';

export const soFarInput = z.object({ yearId: z.uuid() });

const points = z.string();

/** Points so far, block by block; see the domain's `boardSoFar`. */
export const soFarOutput = z.object({
  year: z.object({ id: z.uuid(), title: z.string() }),
  /** As printed on screen, PDF and Excel: `ĐTT-2026-2027-7b1f40c2`. */
  number: z.string(),
  digest: z.string(),
  /** The day until which lines have come due. */
  asOf: z.string(),
  blocks: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      rows: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          reported: points,
          verified: points,
          possible: points,
          notYetDue: points,
          bonus: points,
          penalty: points,
          /** Reported points as a percentage of those that have come due; null while nothing has. */
          share: z.string().nullable(),
        }),
      ),
    }),
  ),
});
