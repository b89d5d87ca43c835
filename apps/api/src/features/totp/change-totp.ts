import { endTotp, setRecoveryCodes, totpOf } from '@giaouoc/db/queries/second-factor';
import { Refused } from '../../trpc/errors.ts';
import { changeOwn, type SignedIn } from '../account/change-own.ts';
import { proveSelf } from '../account/change-ways-in.ts';
import { ownSession } from '../../presence/own-session.ts';
import { recoveryCodesOf } from '../../presence/authenticator.ts';
import { kept } from './set-up-totp.ts';
import type { ChangeInput } from './totp.schema.ts';

/**
 * Signing in asks for the password alone again.
 *
 * @throws totp-not-on, and what provePresence throws
 */
export async function turnOffTotp(ctx: SignedIn, { clientId, presence }: ChangeInput): Promise<void> {
  await changeOwn(ctx, {
    clientId,
    action: 'account.totpOff',
    prove: () => proveSelf(ctx, presence, { action: 'account.totpOff', about: [] }),
    work: async (db) => {
      if (!(await endTotp(db, ownSession(ctx)))) throw new Refused('totp-not-on');
    },
  });
}

/**
 * New recovery codes in place of all earlier ones.
 *
 * @returns the codes; a second click is told the same.
 * @throws totp-not-on, and what provePresence throws
 */
export async function newCodes(ctx: SignedIn, { clientId, presence }: ChangeInput): Promise<string[]> {
  const { accountId } = ctx.account;
  const codes = recoveryCodesOf(ctx.tokenSigner, accountId, clientId);
  const prove = () => proveSelf(ctx, presence, { action: 'account.newRecoveryCodes', about: [] });
  const done = await changeOwn(ctx, {
    clientId,
    action: 'account.newRecoveryCodes',
    prove,
    work: async (db) => {
      if (!(await totpOf(db, accountId))?.confirmedAt) throw new Refused('totp-not-on');
      await setRecoveryCodes(db, ownSession(ctx), codes.map(kept));
    },
  });
  // Codes are secrets: whoever wants to hear them again proves again to be there.
  if (!done) await prove();
  return codes;
}
