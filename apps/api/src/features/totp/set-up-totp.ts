import { forgetFailures } from '@giaouoc/db/queries/accounts';
import { beginTotp, confirmTotp as confirm, setRecoveryCodes, totpOf } from '@giaouoc/db/queries/second-factor';
import { qrSvg } from '@giaouoc/documents/typst/qr';
import { readSecondFactor } from '@giaouoc/domain/access/second-factor';
import { Refused } from '../../trpc/errors.ts';
import { changeOwn, type SignedIn } from '../account/change-own.ts';
import { proveSelf } from '../account/change-ways-in.ts';
import { ownSession } from '../../presence/own-session.ts';
import type { PresenceInput } from '../../presence/prove-presence.ts';
import {
  isCodeOfStep,
  newSecret,
  recoveryCodesOf,
  recoveryHash,
  showSecret,
  usableStep,
} from '../../presence/authenticator.ts';
import { attemptKey, countCode } from '../../presence/code-attempts.ts';
import type { TotpSecret } from './totp.schema.ts';

/**
 * A secret for an authenticator app, shown this once; nothing is asked at sign-in until {@link confirmTotp}. For whoever
 * proves to be there: else a session left open could lock its owner out.
 *
 * @throws totp-on-already, and what provePresence throws
 */
export async function startTotp(ctx: SignedIn, presence: PresenceInput): Promise<TotpSecret> {
  const { accountId, userName } = ctx.account;
  await proveSelf(ctx, presence, { action: 'account.totpOn', about: [] });
  const secret = newSecret();
  if (!(await beginTotp(ctx.db, ownSession(ctx), ctx.sealer.seal(secret, accountId))))
    throw new Refused('totp-on-already');
  const { address, letters } = showSecret(secret, userName);
  return { address, letters, qr: qrSvg(address) };
}

/**
 * Puts the secret into use once the person has shown a code of it.
 *
 * @returns recovery codes; a second click is told the same.
 * @throws wrong-totp, code-locked, totp-not-on when nothing was begun, totp-on-already
 */
export async function confirmTotp(ctx: SignedIn, clientId: string, typed: string): Promise<string[]> {
  const { accountId } = ctx.account;
  const codes = recoveryCodesOf(ctx.tokenSigner, accountId, clientId);
  let step = 0;
  const done = await changeOwn(ctx, {
    clientId,
    action: 'account.totpOn',
    prove: async () => {
      const row = await totpOf(ctx.db, accountId);
      if (!row) throw new Refused('totp-not-on');
      if (row.confirmedAt !== null) throw new Refused('totp-on-already');
      await countCode(ctx, accountId);
      step = usableStep(ctx.sealer, accountId, row, readSecondFactor(typed).code, ctx.now().getTime());
    },
    work: async (db) => {
      if (!(await confirm(db, ownSession(ctx), step))) throw new Refused('totp-on-already');
      await setRecoveryCodes(db, ownSession(ctx), codes.map(kept));
    },
  });
  if (done) await forgetFailures(ctx.db, attemptKey(accountId));
  else await checkSameCode(ctx, typed);
  return codes;
}

/** Recovery codes are told again only to whoever sends the same click: with the code that put the secret into use. */
async function checkSameCode(ctx: SignedIn, typed: string): Promise<void> {
  const { accountId } = ctx.account;
  await countCode(ctx, accountId);
  const row = await totpOf(ctx.db, accountId);
  if (!row || !isCodeOfStep(ctx.sealer, accountId, row, readSecondFactor(typed).code))
    throw new Refused('totp-on-already');
}

/** What is kept of a code as it is printed. */
export const kept = (code: string): Buffer => recoveryHash(readSecondFactor(code).code);
