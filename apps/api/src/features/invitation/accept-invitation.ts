import { lockedUntil, recordFailure } from '@giaouoc/db/queries/accounts';
import { useInvitation, type InvitationFacts } from '@giaouoc/db/queries/invitation';
import { violatedUnique } from '@giaouoc/db/queries/unique-violation';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { chooseWaysIn } from '../account/choose-ways-in.ts';
import { accountName } from '../../security/account-name.ts';
import { signIn, startSession } from '../session/sign-in.ts';
import type { AcceptInput } from './invitation.schema.ts';
import { findInvitation, invitationHash, stillOpen } from './open-invitation.ts';

// Whoever holds an invitation learns that a name is taken; ten tries are enough for a person, too few for a list (A7).
const limit = { allowed: 10, window: '30 minutes', lockFor: '30 minutes' };

/**
 * Sets user name, password and six-digit code for the membership of the invitation, and signs in. Older sessions of the
 * account end. The form sent a second time by the same person (who can prove it) signs them in again.
 *
 * @throws invitation-unknown, invitation-used, invitation-expired, invitation-join-instead, name-or-phone-taken,
 *   rate-limited, and what {@link chooseWaysIn} throws
 */
export async function acceptInvitation(ctx: Context, input: AcceptInput): Promise<{ membershipId: string }> {
  const hash = invitationHash(input.token);
  const key = `invitation:${hash.toString('hex')}`;
  const locked = await lockedUntil(ctx.db, key);
  if (locked) throw new Refused('rate-limited', { until: new Date(locked).toISOString() });
  const found = await findInvitation(ctx, input.token);
  if (found.used) return again(ctx, found, input);
  // Not looked up again: the same person's other click may have used it in between, and must end as here.
  const { membershipId, elsewhere } = stillOpen(found);
  if (elsewhere) throw new Refused('invitation-join-instead');

  const chosen = await chooseWaysIn(input);
  let accountId: string | null;
  try {
    const at = ctx.now().toISOString();
    accountId = await useInvitation(ctx.db, { tokenHash: hash, at, ...chosen, requestId: ctx.requestId });
  } catch (error) {
    if (violatedUnique(error) === null) throw error;
    const until = await recordFailure(ctx.db, key, limit);
    throw until
      ? new Refused('rate-limited', { until: new Date(until).toISOString() })
      : new Refused('name-or-phone-taken');
  }
  // Somebody was quicker: the same person's other click, or another person.
  if (accountId === null) return again(ctx, await findInvitation(ctx, input.token), input);
  await startSession(ctx, accountId, membershipId);
  return { membershipId };
}

/** A used invitation opens nothing, except for the person who used it and proves it like at any sign-in. */
async function again(ctx: Context, found: InvitationFacts, input: AcceptInput): Promise<{ membershipId: string }> {
  const { membershipId, used, userName } = found;
  if (!used) throw new Refused('invitation-expired');
  if (userName === null || accountName(input.userName) !== userName || !input.password)
    throw new Refused('invitation-used');
  try {
    await signIn(ctx, { name: userName, password: input.password });
  } catch (error) {
    throw error instanceof Refused && error.refusal === 'wrong-sign-in' ? new Refused('invitation-used') : error;
  }
  return { membershipId };
}
