import { z } from 'zod';
import { actions, roles } from '@giaouoc/domain/access/index';
import { reference, secret, typed } from '../../trpc/text-input.ts';

export const signInInput = z.object({
  /** User name or phone, as typed. */
  name: typed(100, 1),
  password: secret(200, 1),
});

export const signInOutput = z.object({
  /** Where the account asks for a code after the password: what to send the code with. Null: signed in. */
  halfToken: z.string().nullable(),
});

export const secondFactorInput = z.object({
  halfToken: reference(100, 1),
  /** Six digits of the authenticator app, or a recovery code as it was printed. */
  code: typed(60),
});

export const membershipOutput = z.object({
  membershipId: z.uuid(),
  federationId: z.uuid(),
  federationName: z.string(),
  role: z.enum(roles),
  title: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
});

export const endedMembershipOutput = z.object({
  federationName: z.string(),
  role: z.enum(roles),
  title: z.string(),
  unitName: z.string().nullable(),
  endedAt: z.string(),
});

/** Who is signed in, what as, and what the menus may show. */
export const viewerOutput = z.object({
  accountId: z.uuid(),
  userName: z.string(),
  demo: z.boolean(),
  /** The instant pages go by: now, or for a demonstration federation its own day. */
  now: z.string(),
  membership: membershipOutput.nullable(),
  permissions: z.array(z.enum(actions as [string, ...string[]])),
});
export type Viewer = z.infer<typeof viewerOutput>;

export const sessionOutput = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  current: z.boolean(),
});
