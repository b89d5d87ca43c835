import { invitationByToken, type InvitationFacts } from '@giaouoc/db/queries/invitation';
import { tokenHash } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { plainToken } from './token.ts';

/** The hash a link is looked up by. */
export const invitationHash = (token: string): Buffer => tokenHash(plainToken(token));

/**
 * What a link opens.
 *
 * @throws invitation-unknown
 */
export async function findInvitation(ctx: Context, token: string): Promise<InvitationFacts> {
  const found = await invitationByToken(ctx.db, invitationHash(token), ctx.now().toISOString());
  if (!found) throw new Refused('invitation-unknown');
  return found;
}

/**
 * The same, if it can still be used.
 *
 * @throws invitation-unknown, invitation-used, invitation-expired (also when a newer one replaced it)
 */
export async function openInvitation(ctx: Context, token: string): Promise<InvitationFacts> {
  return stillOpen(await findInvitation(ctx, token));
}

/** Hands on an invitation that was looked up already. @throws like {@link openInvitation} */
export function stillOpen(found: InvitationFacts): InvitationFacts {
  if (found.used) throw new Refused('invitation-used');
  if (found.revoked || found.expired) throw new Refused('invitation-expired');
  return found;
}
