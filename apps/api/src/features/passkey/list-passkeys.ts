import { passkeysOf } from '@giaouoc/db/queries/passkeys';
import { passkeysMost, relyingPartyOf } from '@giaouoc/domain/access/passkey';
import { bindingOf, type Purpose } from '@giaouoc/domain/access/presence';
import { askDevice } from '../../presence/ask-device.ts';
import { ownSession } from '../../presence/own-session.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';

/** The address at which passkeys work; null where they do not. */
export const passkeyOrigin = ({ publicUrl }: Pick<Context, 'publicUrl'>): string | null =>
  relyingPartyOf(publicUrl)?.origin ?? null;

/** One's own passkeys, and where they work. */
export const listPasskeys = async (ctx: Context) => ({
  origin: passkeyOrigin(ctx),
  most: passkeysMost,
  passkeys: await passkeysOf(ctx.db, ownSession(ctx)),
});

/** The question whose answer proves presence for one purpose, in this session. @throws passkey-unknown */
export async function askForPresence(
  ctx: Context & { account: { accountId: string; sessionId: string } },
  purpose: Purpose,
) {
  const { accountId, sessionId } = ctx.account;
  const known = await passkeysOf(ctx.db, ownSession(ctx));
  if (known.length === 0) throw new Refused('passkey-unknown');
  return askDevice(ctx, { purpose: 'presence', accountId, sessionId, binding: bindingOf(purpose) }, known);
}
