import type { Database } from '@giaouoc/db';
import { accountProofs, countAttempt, forgetFailures } from '@giaouoc/db/queries/accounts';
import { z } from 'zod';
import { proves } from '../../security/proofs.ts';
import { Refused } from '../../trpc/errors.ts';

/** The second proof that signing asks for (A4): the six-digit code, or the password. */
export const presenceInput = z.object({ kind: z.enum(['code', 'password']), secret: z.string().min(1).max(200) });
export type PresenceInput = z.infer<typeof presenceInput>;

// Six digits are few: five failures, then half an hour.
const limit = { allowed: 5, window: '30 minutes', lockFor: '30 minutes' };

/**
 * Proves that the person is here now, before something weighty is done with their session.
 *
 * @returns how strong the proof was, as it is stored with the signature.
 * @throws wrong-code, wrong-password, code-locked
 */
export async function provePresence(
  ctx: { db: Database; scope: { accountId: string } },
  presence: PresenceInput,
): Promise<'code' | 'password'> {
  const { accountId } = ctx.scope;
  const key = `presence:${accountId}`;
  const { admitted, until } = await countAttempt(ctx.db, key, limit);
  if (!admitted) throw new Refused('code-locked', { until: until ?? '' });
  const stored = await accountProofs(ctx.db, accountId);
  const right = await proves(presence.kind === 'code' ? stored?.codeHash : stored?.passwordHash, presence.secret);
  if (!right) {
    if (until) throw new Refused('code-locked', { until });
    throw new Refused(presence.kind === 'code' ? 'wrong-code' : 'wrong-password');
  }
  await forgetFailures(ctx.db, key);
  return presence.kind;
}
