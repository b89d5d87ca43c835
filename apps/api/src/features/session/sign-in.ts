import {
  accountByName,
  countAttempt,
  createSession,
  forgetFailures,
  isKnownDevice,
  membershipsOf,
  traceLockedSignIn,
} from '@giaouoc/db/queries/accounts';
import { inPasswordTurn } from '../../security/password-work.ts';
import { newToken, proves, tokenHash } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { accountName } from '../../security/account-name.ts';
import { halfTokenFor } from './half-sign-in.ts';

export const sessionCookie = 'giaouoc_session';
/** Outlives sessions and signing out: it opens nothing, it only sets this device apart from strangers' attempts. */
export const deviceCookie = 'giaouoc_device';
const lifetimeDays = 30;
const deviceDays = 400;
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
  const device = knownBy(ctx);
  // Ten wrong passwords of a stranger must not lock out whoever sits at a device that has signed in before.
  const known = device !== undefined && (await isKnownDevice(ctx.db, name, device));
  const key = known ? `${attemptsOf(name)}:${device.toString('hex')}` : attemptsOf(name);
  const account = await inPasswordTurn(known ? 'known' : 'stranger', async () => {
    const { admitted, until } = await countAttempt(ctx.db, key, limit);
    if (!admitted) throw new Refused('rate-limited', { until: until ?? '' });
    const found = await accountByName(ctx.db, ctx.signInKey, name);
    const right = await proves(found?.passwordHash, input.password);
    if (found && right && !found.disabled) return found;
    if (until !== null) await traceLockedSignIn(ctx.db, name, ctx.requestId);
    throw new Refused('wrong-sign-in');
  });
  await forgetFailures(ctx.db, key);
  const halfToken = await halfTokenFor(ctx, account.id);
  if (halfToken === null) await startSession(ctx, account.id);
  return { halfToken };
}

/**
 * Names share 2^18 counters, so that invented ones cannot fill the database; two of a federation's names hardly ever meet in one.
 */
const attemptsOf = (name: string): string => `sign-in:${tokenHash(name).readUInt32BE(0) >>> 14}`;

/** What is kept of this device; undefined for one that nobody has signed in on. */
const knownBy = ({ deviceToken }: Context): Buffer | undefined =>
  deviceToken === undefined ? undefined : tokenHash(deviceToken);

/** Opens a session on this device, in the account's only (or first) membership; gives back its token. */
export async function startSession(ctx: Context, accountId: string, preferred?: string): Promise<string> {
  const memberships = await membershipsOf(ctx.db, accountId);
  const membership = memberships.find((m) => m.membershipId === preferred) ?? memberships[0];
  const token = newToken();
  const device = ctx.deviceToken ?? newToken();
  await createSession(ctx.db, ctx.signInKey, {
    tokenHash: tokenHash(token),
    accountId,
    federationId: membership?.federationId ?? null,
    membershipId: membership?.membershipId ?? null,
    device: ctx.device,
    lifetime: `${lifetimeDays} days`,
    deviceHash: tokenHash(device),
    requestId: ctx.requestId,
  });
  ctx.setCookie({ name: deviceCookie, value: device, maxAge: deviceDays * 86_400 });
  ctx.setCookie({ name: sessionCookie, value: token, maxAge: lifetimeDays * 86_400 });
  return token;
}
