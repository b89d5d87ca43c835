import { beginHalfSignIn, totpOf } from '@giaouoc/db/queries/second-factor';
import { newToken, tokenHash } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';

const lifetime = '5 minutes';

/**
 * After a right password: the opaque token of half a sign-in where the account also asks for a code; null where the
 * password is enough. The token opens nothing but `secondFactor`, for five minutes, once.
 */
export async function halfTokenFor(ctx: Context, accountId: string): Promise<string | null> {
  const totp = await totpOf(ctx.db, accountId);
  if (!totp?.confirmedAt) return null;
  const token = newToken();
  await beginHalfSignIn(ctx.db, ctx.signInKey, tokenHash(token), accountId, lifetime);
  return token;
}
