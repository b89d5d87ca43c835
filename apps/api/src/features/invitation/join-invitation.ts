import { joinByInvitation } from '@giaouoc/db/queries/invitation';
import { useMembership, type SessionRow } from '@giaouoc/db/queries/accounts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { ownSession } from '../../presence/own-session.ts';
import { findInvitation, invitationHash, openInvitation } from './open-invitation.ts';

/**
 * Takes the invitation's membership into the account that is signed in, and works as it from now on. Joining again what
 * is one's own already changes nothing.
 *
 * @throws invitation-unknown, invitation-used, invitation-expired
 */
export async function joinInvitation(
  ctx: Context & { account: SessionRow },
  token: string,
): Promise<{ membershipId: string }> {
  const { accountId } = ctx.account;
  const found = await findInvitation(ctx, token);
  if (!(found.used && found.accountId === accountId)) {
    await openInvitation(ctx, token);
    const at = ctx.now().toISOString();
    const joined = await joinByInvitation(ctx.db, {
      tokenHash: invitationHash(token),
      at,
      sessionHash: ownSession(ctx),
      requestId: ctx.requestId,
    });
    if (joined === null) throw new Refused('invitation-used');
  }
  if (!(await useMembership(ctx.db, ownSession(ctx), found.membershipId))) throw new Refused('invitation-used');
  return { membershipId: found.membershipId };
}
