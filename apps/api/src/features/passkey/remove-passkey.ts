import { z } from 'zod';
import { removePasskey as remove } from '@giaouoc/db/queries/passkeys';
import { Refused } from '../../trpc/errors.ts';
import { clientId } from '../../trpc/write-once.ts';
import { changeOwn, type SignedIn } from '../account/change-own.ts';
import { proveSelf } from '../account/change-ways-in.ts';
import { ownSession } from '../../presence/own-session.ts';
import { presenceInput } from '../../presence/prove-presence.ts';

export const removeInput = z.object({ clientId, passkeyId: z.uuid(), presence: presenceInput });

/**
 * Forgets a key; the device may still show it, but it opens nothing.
 *
 * @throws not-found, and what provePresence throws
 */
export async function removePasskey(
  ctx: SignedIn,
  { clientId, passkeyId, presence }: z.infer<typeof removeInput>,
): Promise<void> {
  await changeOwn(ctx, {
    clientId,
    action: 'account.removePasskey',
    prove: () => proveSelf(ctx, presence, { action: 'account.removePasskey', about: [passkeyId] }),
    work: async (db) => {
      const name = await remove(db, ownSession(ctx), passkeyId);
      if (name === null) throw new Refused('not-found');
      return { name };
    },
  });
}
