import { setProofs, type SessionRow } from '@giaouoc/db/queries/accounts';
import { recordAudit } from '@giaouoc/db/queries/audit';
import { earlierWrite } from '@giaouoc/db/queries/writes';
import { checkCode, checkPassword } from '@giaouoc/domain/access/ways-in';
import { hashProof } from '../../security/proofs.ts';
import type { Context } from '../../trpc/context.ts';
import { granted } from '../../trpc/errors.ts';
import { memberOf } from '../../trpc/procedures.ts';
import { writeOnce } from '../../trpc/write-once.ts';
import { provePresence, type PresenceInput } from '../session/prove-presence.ts';
import type { CodeInput, PasswordInput } from './account.schema.ts';

type SignedIn = Context & { account: SessionRow };
type Change = {
  clientId: string;
  action: string;
  proof: PresenceInput;
  kind: 'passwordHash' | 'codeHash';
  secret: string;
};

/**
 * A new password for whoever knows the old one. The other sessions stay: the page offers to end them.
 *
 * @throws wrong-password, code-locked, password-too-short, passwords-differ
 */
export async function changePassword(ctx: SignedIn, input: PasswordInput): Promise<void> {
  await change(ctx, {
    clientId: input.clientId,
    action: 'account.changePassword',
    proof: { kind: 'password', secret: input.oldPassword },
    kind: 'passwordHash',
    secret: granted(checkPassword(input.password, input.passwordAgain)),
  });
}

/**
 * A new six-digit code for whoever knows the old one or the password.
 *
 * @throws wrong-code, wrong-password, code-locked, code-too-simple
 */
export async function changeCode(ctx: SignedIn, input: CodeInput): Promise<void> {
  await change(ctx, {
    clientId: input.clientId,
    action: 'account.changeCode',
    proof: input.proof,
    kind: 'codeHash',
    secret: granted(checkCode(input.code)),
  });
}

/**
 * Proves and stores. Where the person works for a federation, its trace says that it changed, in the same transaction,
 * and a repeated click is answered like the first. What the write is remembered by leaves the secrets out: a plain
 * hash of a six-digit code would be the code.
 */
async function change(ctx: SignedIn, { clientId, action, proof, kind, secret }: Change): Promise<void> {
  const { accountId } = ctx.account;
  const member = memberOf(ctx, ctx.account);
  const earlier = await member?.inScope((tx) => earlierWrite(tx, member.scope, clientId));
  if (earlier?.action === action) return;
  await provePresence({ db: ctx.db, scope: { accountId } }, proof);
  const proofs = { [kind]: await hashProof(secret) };
  if (!member) return setProofs(ctx.db, accountId, proofs);
  await writeOnce(member, action, { clientId }, async (tx) => {
    await setProofs(tx, accountId, proofs);
    await recordAudit(tx, member.scope, { action, subject: member.scope.title });
  });
}
