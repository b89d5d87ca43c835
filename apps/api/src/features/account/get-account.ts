import { accountNames } from '@giaouoc/db/queries/accounts';
import { ownSession } from '../../presence/own-session.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';

/** By which names the person of this session signs in. @throws session-ended */
export async function getAccount(ctx: Pick<Context, 'db' | 'token'>) {
  const names = await accountNames(ctx.db, ownSession(ctx));
  if (!names) throw new Refused('session-ended');
  return names;
}
