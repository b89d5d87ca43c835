import type { Database } from '@giaouoc/db';
import { setProofs } from '@giaouoc/db/queries/accounts';
import type { Purpose } from '@giaouoc/domain/access/presence';
import { checkCode, checkPassword } from '@giaouoc/domain/access/ways-in';
import { hashProof } from '../../security/proofs.ts';
import { granted, Refused } from '../../trpc/errors.ts';
import { ownSession } from '../../presence/own-session.ts';
import { provePresence, type PresenceInput } from '../../presence/prove-presence.ts';
import type { CodeInput, PasswordInput } from './account.schema.ts';
import { changeOwn, type SignedIn } from './change-own.ts';

/** Proves to be the person signed in, for one purpose. @throws what {@link provePresence} throws */
export const proveSelf = (ctx: SignedIn, presence: PresenceInput, purpose: Purpose) =>
  provePresence({ ...ctx, scope: { accountId: ctx.account.accountId } }, presence, purpose);

async function keep(db: Pick<Database, 'execute'>, ctx: SignedIn, proofs: Parameters<typeof setProofs>[2]) {
  if (!(await setProofs(db, ownSession(ctx), proofs))) throw new Refused('session-ended');
}

/**
 * A new password for whoever knows the old one. The other sessions stay: the page offers to end them.
 *
 * @throws wrong-password, code-locked, password-too-short, passwords-differ
 */
export async function changePassword(ctx: SignedIn, input: PasswordInput): Promise<void> {
  const password = granted(checkPassword(input.password, input.passwordAgain));
  let passwordHash = '';
  await changeOwn(ctx, {
    clientId: input.clientId,
    action: 'account.changePassword',
    prove: async () => {
      const old = { kind: 'password', secret: input.oldPassword } as const;
      await proveSelf(ctx, old, { action: 'account.changePassword', about: [] });
      // Not in the transaction, which would be held while it waits for its turn.
      passwordHash = await hashProof(password);
    },
    work: (db) => keep(db, ctx, { passwordHash }),
  });
}

/**
 * A new six-digit code for whoever knows the old one or the password, or unlocks a passkey.
 *
 * @throws code-too-simple, and what {@link provePresence} throws
 */
export async function changeCode(ctx: SignedIn, input: CodeInput): Promise<void> {
  const code = granted(checkCode(input.code));
  let codeHash = '';
  await changeOwn(ctx, {
    clientId: input.clientId,
    action: 'account.changeCode',
    prove: async () => {
      await proveSelf(ctx, input.proof, { action: 'account.changeCode', about: [] });
      codeHash = await hashProof(code);
    },
    work: (db) => keep(db, ctx, { codeHash }),
  });
}
