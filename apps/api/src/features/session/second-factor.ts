import { forgetFailures, sessionByToken } from '@giaouoc/db/queries/accounts';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { endHalfSignIn, halfSignIn, totpOf, useRecoveryCode, useTotpStep } from '@giaouoc/db/queries/second-factor';
import { readSecondFactor } from '@giaouoc/domain/access/second-factor';
import { tokenHash } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';
import { Refused } from '../../trpc/errors.ts';
import { memberOf } from '../../trpc/procedures.ts';
import { recoveryHash, usableStep } from '../../presence/authenticator.ts';
import { attemptKey, countCode } from '../../presence/code-attempts.ts';
import { startSession } from './sign-in.ts';

/**
 * The second half of signing in: a code of the authenticator app, or one of the recovery codes.
 *
 * @throws half-sign-in-over, wrong-totp, totp-used, code-locked
 */
export async function secondFactor(ctx: Context, input: { halfToken: string; code: string }): Promise<void> {
  const hash = tokenHash(input.halfToken);
  const accountId = await halfSignIn(ctx.db, hash);
  if (accountId === null) throw new Refused('half-sign-in-over');
  const until = await countCode(ctx, accountId);
  const totp = await totpOf(ctx.db, accountId);
  if (!totp?.confirmedAt) throw new Refused('half-sign-in-over');
  const { kind, code } = readSecondFactor(input.code);
  if (kind === 'totp') {
    const step = await attempt(until, () => usableStep(ctx.sealer, accountId, totp, code, ctx.now().getTime()));
    if (!(await useTotpStep(ctx.db, accountId, step))) throw new Refused('totp-used');
  } else if (!(await useRecoveryCode(ctx.db, accountId, recoveryHash(code)))) {
    throw until ? new Refused('code-locked', { until }) : new Refused('wrong-totp');
  }
  if ((await endHalfSignIn(ctx.db, hash)) === null) throw new Refused('half-sign-in-over');
  await forgetFailures(ctx.db, attemptKey(accountId));
  const token = await startSession(ctx, accountId);
  if (kind === 'recovery') await traceRecovery(ctx, token);
}

/** The last attempt before the lock says how long it lasts. */
function attempt<T>(until: string | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (until && error instanceof Refused && error.refusal === 'wrong-totp')
      throw new Refused('code-locked', { until });
    throw error;
  }
}

/** A used recovery code is something colleagues should be able to find: its paper may be in other hands. */
async function traceRecovery(ctx: Context, token: string): Promise<void> {
  const session = await sessionByToken(ctx.db, tokenHash(token));
  const member = session && memberOf(ctx, session);
  await member?.inScope((tx) =>
    recordAudit(tx, member.scope, { action: 'account.useRecoveryCode', subject: member.scope.title }),
  );
}
