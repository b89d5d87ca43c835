import { accountProofs, countAttempt, forgetFailures } from '@giaouoc/db/queries/accounts';
import { earlierWrite } from '@giaouoc/db/queries/writes';
import { bindingOf, type Purpose } from '@giaouoc/domain/access/presence';
import { z } from 'zod';
import { inPasswordTurn } from '../security/password-work.ts';
import { proves } from '../security/proofs.ts';
import type { Context } from '../trpc/context.ts';
import { Refused } from '../trpc/errors.ts';
import type { Member } from '../trpc/procedures.ts';
import { secret, typed } from '../trpc/text-input.ts';
import { checkAnswer } from './check-answer.ts';
import { assertionInput } from './assertion.schema.ts';
import { ownSession } from './own-session.ts';

/**
 * The proof that signing asks for again (A4): the answer of a passkey to a question about just this, the six-digit code,
 * or the password.
 */
export const presenceInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passkey'), answer: assertionInput }),
  z.object({ kind: z.literal('code'), secret: typed(200, 1) }),
  z.object({ kind: z.literal('password'), secret: secret(200, 1) }),
]);
export type PresenceInput = z.infer<typeof presenceInput>;
export type ProvenBy = PresenceInput['kind'];

type Proving = Pick<Context, 'db' | 'now' | 'publicUrl' | 'session' | 'signInKey' | 'token'> & {
  scope: { accountId: string };
};

// Six digits are few: five failures, then half an hour.
const limit = { allowed: 5, window: '30 minutes', lockFor: '30 minutes' };

/**
 * Proves that the person is here now, before something weighty is done with their session.
 *
 * @param purpose what is about to be done: a passkey's answer to a question about anything else is refused.
 * @returns how strong the proof was, as it is stored with the signature.
 * @throws wrong-code, wrong-password, code-locked, sign-in-busy; passkeys-not-here, passkey-stale, passkey-unknown, passkey-refused,
 *   passkey-copied
 */
export async function provePresence(ctx: Proving, presence: PresenceInput, purpose: Purpose): Promise<ProvenBy> {
  const { accountId } = ctx.scope;
  if (presence.kind === 'passkey') {
    const sessionId = (await ctx.session())?.sessionId ?? null;
    const question = { purpose: 'presence', accountId, sessionId, binding: bindingOf(purpose) } as const;
    await checkAnswer(ctx, presence.answer, question);
    return 'passkey';
  }
  const key = `presence:${accountId}`;
  await inPasswordTurn('known', async () => {
    const { admitted, until } = await countAttempt(ctx.db, key, limit);
    if (!admitted) throw new Refused('code-locked', { until: until ?? '' });
    const stored = await accountProofs(ctx.db, ownSession(ctx));
    const right = await proves(presence.kind === 'code' ? stored?.codeHash : stored?.passwordHash, presence.secret);
    if (right) return;
    if (until) throw new Refused('code-locked', { until });
    throw new Refused(presence.kind === 'code' ? 'wrong-code' : 'wrong-password');
  });
  await forgetFailures(ctx.db, key);
  return presence.kind;
}

/**
 * Proves presence for a write that is done once: before its transaction, so that a failed proof is counted although nothing else
 * happens, and no secret is part of what is remembered. Undefined where the write was done already and is answered without: a
 * passkey's answer cannot be given twice.
 *
 * @throws what {@link provePresence} throws
 */
export async function presenceFor(
  ctx: Member,
  purpose: Purpose,
  presence: PresenceInput,
  clientId: string,
): Promise<ProvenBy | undefined> {
  const earlier = await ctx.inScope((tx) => earlierWrite(tx, ctx.scope, clientId));
  return earlier ? undefined : provePresence(ctx, presence, purpose);
}
