import { countAttempt } from '@giaouoc/db/queries/accounts';
import type { Context } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';

// Six digits are few here too: five failures, then half an hour.
const limit = { allowed: 5, window: '30 minutes', lockFor: '30 minutes' };

export const attemptKey = (accountId: string): string => `totp:${accountId}`;

/**
 * Counts an attempt at a code of the authenticator app, before the code is looked at.
 *
 * @returns until when the account is locked if this one fails, else null.
 * @throws code-locked
 */
export async function countCode(ctx: Pick<Context, 'db'>, accountId: string): Promise<string | null> {
  const { admitted, until } = await countAttempt(ctx.db, attemptKey(accountId), limit);
  if (!admitted) throw new Refused('code-locked', { until: until ?? '' });
  return until;
}
