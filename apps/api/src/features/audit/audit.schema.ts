import { z } from 'zod';
import { reference, typed } from '../../trpc/text-input.ts';

export const auditInput = z.object({
  /** The last id of the page before. */
  below: z.number().int().positive().optional(),
  unitId: z.uuid().optional(),
  /** Beginning of an action: "plan", "figure.save". */
  action: reference(60).optional(),
  search: typed(100).optional(),
});

export const auditOutput = z.object({
  events: z.array(
    z.object({
      id: z.number().int(),
      at: z.string(),
      role: z.string(),
      title: z.string(),
      unitId: z.string().nullable(),
      action: z.string(),
      subject: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  /** Where the next page begins; null at the end. */
  next: z.number().int().nullable(),
});

/** Where a federation's chain of seals ends: the last id sealed, when, and the head. */
const sealed = z.object({ to: z.number().int(), at: z.string(), head: z.string() });

/**
 * The federation's trace also brings the units to choose from (none when they are too many for one list), and how far it is
 * sealed; null before the first seal.
 */
export const auditListOutput = auditOutput.extend({
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  sealed: sealed.nullable(),
});

/** The newest head of every federation, by its code. */
export const headsOutput = z.array(sealed.extend({ federation: z.string() }));
