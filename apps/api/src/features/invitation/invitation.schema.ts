import { z } from 'zod';
import { roles } from '@giaouoc/domain/access/index';
import { typed } from '../../trpc/text-input.ts';
import { clientId } from '../../trpc/write-once.ts';
import { waysInInput } from '../account/ways-in.schema.ts';

const token = typed(100, 1);

export const issueInput = z.object({ clientId, membershipIds: z.array(z.uuid()).min(1).max(2000) });
export type IssueInput = z.infer<typeof issueInput>;

export const issuedOutput = z.object({
  /** Until when the links work, an instant. */
  expiresAt: z.string(),
  /** In the order of the units' names. */
  cards: z.array(
    z.object({
      membershipId: z.uuid(),
      unitName: z.string().nullable(),
      role: z.enum(roles),
      title: z.string(),
      /** The whole address, for a QR code, Zalo or typing. */
      link: z.string(),
    }),
  ),
});
export type Issued = z.infer<typeof issuedOutput>;

export const sheetOutput = z.object({
  name: z.string(),
  /** The PDF in base64. */
  pdf: z.string(),
});

export const tokenInput = z.object({ token });
export const lookOutput = z.object({
  federationName: z.string(),
  unitName: z.string().nullable(),
  role: z.enum(roles),
  title: z.string(),
  /** What the form starts with. */
  userName: z.string().nullable(),
  phone: z.string().nullable(),
  /** The account has been used before: this invitation sets its password anew. */
  activated: z.boolean(),
  /** The account also works for another federation: sign in with it and join. */
  elsewhere: z.boolean(),
});

export const acceptInput = waysInInput.extend({ token });
export type AcceptInput = z.infer<typeof acceptInput>;
export const acceptedOutput = z.object({ membershipId: z.uuid() });
