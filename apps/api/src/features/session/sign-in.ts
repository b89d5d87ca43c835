import {
  accountByName,
  countAttempt,
  createSession,
  forgetFailures,
  membershipsOf,
} from '@giaouoc/db/queries/accounts';
import { inPasswordTurn } from '../../security/password-work.ts';
import { newToken, proves, tokenHash } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { accountName } from './account-name.ts';
import { halfTokenFor } from './half-sign-in.ts';

export const sessionCookie = 'giaouoc_session';
const lifetimeDays = 30;
// By account name and failure (A7): a hall of fifty chairs behind one address is not a reason to lock anyone out.
const limit = { allowed: 10, window: '15 minutes', lockFor: '15 minutes' };

/**
 * Signs in with user name or phone. A wrong name, a wrong password, a disabled account and an account that was never
 * activated answer the same and take the same time; whether a code is asked for too shows only after a right password.
 *
 * @returns a token to go on with where the account asks for a code too, else null: signed in.
 * @throws wrong-sign-in, rate-limited, sign-in-busy
 */
export async function signIn(
  ctx: Context,
  input: { name: string; password: string },
): Promise<{ halfToken: string | null }> {
  const name = accountName(input.name);
  const key = `sign-in:${tokenHash(name).toString('hex')}`;
  const account = await inPasswordTurn('stranger', async () => {
    const { admitted, until } = await countAttempt(ctx.db, key, limit);
    if (!admitted) throw new Refused('rate-limited', { until: until ?? '' });
    const found = await accountByName(ctx.db, name);
    const right = await proves(found?.passwordHash, input.password);
    if (!found || !right || found.disabled) throw new Refused('wrong-sign-in');
    return found;
  });
  await forgetFailures(ctx.db, key);
  const halfToken = await halfTokenFor(ctx, account.id);
  if (halfToken === null) await startSession(ctx, account.id);
  return { halfToken };
}

/** Opens a session on this device, in the account's only (or first) membership; gives back its token. */
export async function startSession(ctx: Context, accountId: string, preferred?: string): Promise<string> {
  const memberships = await membershipsOf(ctx.db, accountId);
  const membership = memberships.find((m) => m.membershipId === preferred) ?? memberships[0];
  const token = newToken();
  await createSession(ctx.db, {
    tokenHash: tokenHash(token),
    accountId,
    federationId: membership?.federationId ?? null,
    membershipId: membership?.membershipId ?? null,
    device: ctx.device,
    lifetime: `${lifetimeDays} days`,
  });
  ctx.setCookie({ name: sessionCookie, value: token, maxAge: lifetimeDays * 86_400 });
  return token;
}
