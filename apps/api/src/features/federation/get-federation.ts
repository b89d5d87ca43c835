import { getFederation as read, type FederationRow } from '@giaouoc/db/queries/federation';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';

/** The own federation as its papers name it. @throws not-found */
export async function getFederation(ctx: Member): Promise<FederationRow> {
  const found = await ctx.inScope((tx) => read(tx, ctx.scope));
  if (!found) throw new Refused('not-found');
  return found;
}
